import type { Random } from '../../kernel/index.ts';
import type { User } from '../authn/user.ts';
import type { Kind } from '../kinds/kind.ts';
import type { ReviewInput } from '../tokens/review.ts';
import type { Call, Pending } from './pending.ts';
import type { ApiRequest } from './request.ts';
import type { RequestInfo } from './request-info.ts';
import type { ApiState } from './state.ts';

/** One request on its way through the server. `state` is a working copy. */
export interface Context {
  readonly state: ApiState;
  readonly request: ApiRequest;
  readonly info: RequestInfo;
  readonly user: User;
  /** The kind whose objects the path names, where the server stores it. */
  readonly kind: Kind | undefined;
  /** Unix milliseconds on the server's clock. */
  readonly wall: number;
  readonly random: Random;
  /** Texts for `Warning` headers. */
  readonly warnings: string[];
}

/** What a handler wants done. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly warnings?: readonly string[] }
  /** Ask a webhook; go on with `resume`. */
  | { readonly kind: 'webhook'; readonly call: Call; readonly pending: Pending }
  /** Walk through a TokenReview; answer with `answerReview`. */
  | { readonly kind: 'review'; readonly input: ReviewInput; readonly spec: object }
  /** Ask a kubelet and pass its answer on. */
  | {
      readonly kind: 'proxy';
      readonly origin: string;
      readonly path: string;
      /** Left out: GET without a body. */
      readonly post?: { readonly body: unknown };
    }
  /** Keep the answer open and report changes. */
  | { readonly kind: 'watch'; readonly watch: Watch };

/** An open watch. */
export interface Watch {
  readonly resource: string;
  readonly namespace: string;
  readonly labelSelector: string;
  readonly fieldSelector: string;
  /** Changes up to this revision have been reported. */
  readonly revision: number;
  /** Milliseconds after which the server ends it. */
  readonly timeout: number;
  /** Report the objects that exist first. */
  readonly initial: boolean;
  readonly bookmarks: boolean;
}

/** An answer at once. */
export const answer = (status: number, body: unknown): Outcome => ({ kind: 'answer', status, body });

/** Finds out whether a request is for this endpoint and handles it; may throw a StatusError. */
export interface Endpoint {
  readonly matches: (context: Context) => boolean;
  readonly handle: (context: Context) => Outcome;
}
