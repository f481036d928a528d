import type { Watch } from './context.ts';
import type { Projection } from './input.ts';
import type { Call, Pending } from './pending.ts';
import type { ApiState } from './state.ts';

/** A request whose answer waits for an actor. */
export type Waiting =
  | { readonly kind: 'webhook'; readonly exchange: number; readonly call: Call; readonly pending: Pending }
  | {
      readonly kind: 'review';
      readonly exchange: number;
      readonly spec: object;
      readonly token: string;
      readonly audiences: readonly string[];
    };

/** What the server's actor remembers; plain JSON. */
export interface KubernetesContext {
  readonly self: string;
  readonly projections: readonly Projection[];
  /** PEM of the cluster's authority. */
  readonly authority: string;
  readonly api: ApiState;
  /** By the id of the actor that is waited for. */
  readonly waiting: Readonly<Record<string, Waiting>>;
  /** Open watches by exchange. */
  readonly watches: Readonly<Record<string, Watch>>;
}
