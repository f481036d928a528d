import type { VaultClient } from '../../agent/api/client.ts';
import type { Outcome } from '../../agent/api/outcome.ts';
import type { Effect } from '../../kernel/effects.ts';
import type { ActorDone, RequestFailed, ResponseArrived, Stamped } from '../../kernel/events.ts';
import type { Wall } from '../../kernel/time.ts';
import type { KubeObject } from '../../kubernetes/api/object.ts';
import { MERGE_PATCH, requestOf } from '../../kubernetes/client/client.ts';
import { type Note, type Told, tell } from '../../kubernetes/client/events.ts';
import type { VaultAnswer } from '../vault-call.ts';
import type { ClientFailed, ClientReady } from './client.ts';
import { horizonWithJitter, luck, ON_ERROR } from './horizon.ts';
import { API_VERSION, KINDS, type Plural, resourcePath } from './resources.ts';
import type { StatusInput } from './status.ts';

/** What the actors of the operator's resources have in common. */

/** How the operator starts the actor of a resource. */
export interface ResourceInput {
  readonly operator: string;
  readonly token: string;
  readonly object: KubeObject;
  /** The key of HMACs, from the operator's own Secret. */
  readonly hmacKey: string;
}

/** What such an actor remembers, whatever its kind. */
export interface ResourceContext extends ResourceInput {
  readonly self: string;
  readonly told: Told;
  /** Events recorded so far: names of their requests. */
  readonly notes: number;
  /** The resource changed while it was worked on. */
  readonly stale: boolean;
  /** Milliseconds until it is looked at again. */
  readonly horizon: number;
}

/** What such an actor hears. */
export type ResourceEvent = Stamped<
  | ResponseArrived
  | RequestFailed
  | ActorDone
  | ClientReady
  | ClientFailed
  | { readonly type: 'resource.changed'; readonly object: KubeObject }
  | { readonly type: 'resource.refreshed'; readonly object: KubeObject }
  /** To be synced anew: its client ended, its Secret was deleted. */
  | { readonly type: 'resync' }
>;

/** A client in use. */
export interface InUse {
  readonly client: VaultClient;
  readonly token: string;
  readonly id: string;
  readonly key: string;
}

/** The context that every such actor begins with. */
export const beginning = (input: ResourceInput & { readonly self: string }): ResourceContext => ({
  self: input.self,
  operator: input.operator,
  token: input.token,
  object: input.object,
  hmacKey: input.hmacKey,
  told: {},
  notes: 0,
  stale: false,
  horizon: 0,
});

/** Record Kubernetes events about the resource. */
export const record = (
  c: ResourceContext,
  plural: Plural,
  notes: readonly Note[],
  wall: Wall,
): { readonly set: Pick<ResourceContext, 'told' | 'notes'>; readonly out: readonly Effect[] } => {
  let told = c.told;
  const out = notes.map((note, i): Effect => {
    const about = { kind: KINDS[plural], apiVersion: API_VERSION, object: c.object };
    const step = tell(told, about, note, { component: KINDS[plural] }, wall);
    told = step.told;
    return { type: 'request', params: requestOf(`event ${c.notes + i}`, c.token, step.call) };
  });
  return { set: { told, notes: c.notes + notes.length }, out };
};

/** Ask the operator for a client. */
export const wantClient = (c: ResourceContext): Effect => ({
  type: 'send',
  params: { to: c.operator, event: { type: 'client.wanted', from: c.self, object: c.object } as { type: string } },
});

/** Tell the operator that Vault refused a client's token. */
export const taintClient = (c: ResourceContext, key: string): Effect => ({
  type: 'send',
  params: { to: c.operator, event: { type: 'client.tainted', key } as { type: string } },
});

/** The outcome of a call of Vault that is done. */
export const outcomeIn = (event: { readonly type: string }): Outcome | null => {
  const { type, output } = event as Partial<ActorDone>;
  return type === 'actor.done' && typeof output === 'object' && output !== null && 'outcome' in output
    ? (output as VaultAnswer).outcome
    : null;
};

/** Whether Vault refused the token itself. */
export const isForbidden = (outcome: Outcome): boolean => outcome.kind === 'api error' && outcome.status === 403;

/** Take the operator's finalizer away, so that the resource may go. */
export const dropFinalizer = (c: ResourceContext, plural: Plural, finalizer: string): Effect => {
  const finalizers = (c.object.metadata.finalizers ?? []).filter((f) => f !== finalizer);
  const call = {
    method: 'PATCH',
    path: resourcePath(plural, c.object),
    contentType: MERGE_PATCH,
    body: { metadata: { finalizers } },
  } as const;
  return { type: 'request', params: requestOf('drop finalizer', c.token, call) };
};

/**
 * What becomes of a VaultConnection or VaultAuth that was looked at: events, a status, and another look when it is not valid.
 * @param valid whether it may be used
 * @param more of the status, conditions included
 */
export const reportValidity = (
  c: ResourceContext,
  plural: Plural,
  finalizer: string,
  event: { readonly wall: Wall; readonly entropy: number },
  { notes, ...status }: { readonly valid: boolean; readonly notes: readonly Note[]; readonly [field: string]: unknown },
): { readonly set: Pick<ResourceContext, 'told' | 'notes' | 'horizon'>; readonly out: readonly Effect[] } => {
  const told = record(c, plural, notes, event.wall);
  const input: StatusInput = { token: c.token, plural, object: c.object, status, finalizer };
  return {
    set: { ...told.set, horizon: horizonWithJitter(ON_ERROR, luck(event.entropy)) },
    out: [
      ...told.out,
      { type: 'spawn', params: { id: `${c.self}/status`, kind: 'vault-secrets-operator/status', input } },
    ],
  };
};
