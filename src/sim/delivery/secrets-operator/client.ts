import { blake2b } from '@noble/hashes/blake2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { setup } from 'xstate';
import type { Operation, VaultClient } from '../../agent/api/client.ts';
import type { Outcome } from '../../agent/api/outcome.ts';
import { DEFAULT_RETRIES } from '../../agent/api/retry.ts';
import type { WatcherInput } from '../../agent/lifetime/watcher.ts';
import { utf8 } from '../../jwt/index.ts';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { ActorDone, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { type KubeObject, nameOf, part } from '../../kubernetes/api/object.ts';
import { collection, messageOf, requestOf } from '../../kubernetes/client/client.ts';
import { actsOf } from '../act.ts';
import { callVault, type VaultAnswer } from '../vault-call.ts';

/**
 * One login of the operator: for a VaultAuth, a VaultConnection and the namespace of the consumer. Resources that share
 * these share the token. It is kept alive by a LifetimeWatcher; when that ends the client ends, and everything that was
 * synced with it is synced anew. Source: vault-secrets-operator 1.4.1: vault/client.go, credentials/vault/kubernetes.go.
 */
export interface ClientInput {
  /** Who passes on what it answers: those who wait may be gone by then. */
  readonly operator: string;
  /** The operator's token for the API server. */
  readonly token: string;
  /** Namespace of the resources, where the ServiceAccount is. */
  readonly namespace: string;
  readonly auth: KubeObject;
  readonly connection: KubeObject;
  readonly key: string;
}

/** A client that may be used. */
export interface ClientReady {
  readonly type: 'client.ready';
  readonly client: VaultClient;
  readonly vaultToken: string;
  /** A hash of the token's accessor. */
  readonly id: string;
  readonly key: string;
}

/** Why there is none. */
export interface ClientFailed {
  readonly type: 'client.failed';
  readonly error: string;
}

interface Context extends ClientInput {
  readonly self: string;
  readonly waiting: readonly string[];
  readonly vaultToken: string;
  readonly id: string;
  readonly renewable: boolean;
  readonly seconds: number;
  /** Virtual time at which the token was granted or renewed. */
  readonly renewedAt: number;
  /** A request with it was refused: it is looked at before it is used again. */
  readonly tainted: boolean;
}

type Event = Stamped<
  | ResponseArrived
  | RequestFailed
  | ActorDone
  | { readonly type: 'client.wanted'; readonly from: string }
  | { readonly type: 'client.tainted' }
  | { readonly type: 'watcher.renewed'; readonly seconds: number }
>;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<ClientInput>,
  },
  guards: {
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
    answeredWell: ({ event }) => outcomeIn(event)?.kind === 'answer',
    isExpired: ({ context: c, event }) => event.at >= c.renewedAt + c.seconds * 1000,
    isTainted: ({ context }) => context.tainted,
    isRenewable: ({ context }) => context.renewable,
    isWatcher: ({ context: c, event }) => event.type === 'actor.done' && event.actor === `${c.self}/lifetime-watcher`,
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const outcomeIn = (event: Event): Outcome | null =>
  event.type === 'actor.done' && typeof event.output === 'object' && event.output !== null && 'outcome' in event.output
    ? (event.output as VaultAnswer).outcome
    : null;

const kubernetes = (c: Context) => part(part(c.auth, 'spec'), 'kubernetes');
const account = (c: Context): string => String(kubernetes(c).serviceAccount ?? '');
const clientOf = (c: Context): VaultClient => ({ address: String(part(c.connection, 'spec').address ?? '') });
const accountPath = (c: Context): string => `${collection('', 'serviceaccounts', c.namespace)}/${account(c)}`;

const queue = act((c, event) =>
  event.type === 'client.wanted' ? { set: { waiting: [...c.waiting, event.from] } } : {},
);

const toOperator = (c: Context, event: object): Effect => ({
  type: 'send',
  params: { to: c.operator, event: event as { type: string } },
});

const reply = (c: Context, event: ClientReady | ClientFailed): { set: Partial<Context>; out: Effect[] } => ({
  set: { waiting: [] },
  out: c.waiting.map((to) => toOperator(c, { type: 'client.reply', to, event })),
});
const ready = act((c) =>
  reply(c, { type: 'client.ready', client: clientOf(c), vaultToken: c.vaultToken, id: c.id, key: c.key }),
);

const readAccount = act((c) => ({
  out: [{ type: 'request', params: requestOf('account', c.token, { method: 'GET', path: accountPath(c) }) }],
}));

/** Seconds of the ServiceAccount's token (`tokenExpirationSeconds`, default and minimum). */
const EXPIRATION = 600;

const requestJwt = act((c) => {
  const { audiences, tokenExpirationSeconds } = kubernetes(c);
  const body = {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { audiences: audiences ?? [], expirationSeconds: Number(tokenExpirationSeconds ?? EXPIRATION) || EXPIRATION },
  };
  return {
    out: [
      { type: 'request', params: requestOf('jwt', c.token, { method: 'POST', path: `${accountPath(c)}/token`, body }) },
    ],
  };
});

const logIn = act((c, event) => {
  const jwt = event.type === 'http.response' ? part(event.body as Record<string, unknown>, 'status').token : '';
  const operation: Operation = {
    method: 'PUT',
    path: `auth/${part(c.auth, 'spec').mount}/login`,
    body: { role: kubernetes(c).role, jwt },
  };
  return { out: [callVault(c.self, 'login', clientOf(c), operation)] };
});

const takeAuth = (event: Event): Partial<Context> => {
  const outcome = outcomeIn(event);
  const auth = outcome?.kind === 'answer' ? part(outcome.body as Record<string, unknown>, 'auth') : {};
  return {
    vaultToken: String(auth.client_token ?? ''),
    id: bytesToHex(blake2b(utf8(String(auth.accessor ?? '')), { dkLen: 32 })),
    renewable: auth.renewable === true,
    seconds: Number(auth.lease_duration ?? 0),
    renewedAt: event.at,
    tainted: false,
  };
};
const takeLogin = act((_, event) => ({ set: takeAuth(event) }));

/** The token is renewed at once, before a LifetimeWatcher is made for it. */
const renew = act((c) => ({
  out: [callVault(c.self, 'renew', clientOf(c), { method: 'PUT', path: 'auth/token/renew-self', token: c.vaultToken })],
}));
const watch = act((c) => {
  const input: WatcherInput = {
    client: clientOf(c),
    token: c.vaultToken,
    lease: { seconds: c.seconds, renewable: true },
    owner: c.self,
    behaviour: 'ignoreErrors',
    retries: DEFAULT_RETRIES,
    draws: {},
  };
  return {
    out: [{ type: 'spawn', params: { id: `${c.self}/lifetime-watcher`, kind: 'agent/lifetime-watcher', input } }],
  };
});
const noteRenewal = act((_, event) =>
  event.type === 'watcher.renewed' ? { set: { seconds: event.seconds, renewedAt: event.at } } : {},
);

const lookUp = act((c) => ({
  out: [
    callVault(c.self, 'lookup', clientOf(c), { method: 'GET', path: 'auth/token/lookup-self', token: c.vaultToken }),
  ],
}));
const endWatcher = act((c) => ({
  out: c.renewable ? [{ type: 'stop', params: { id: `${c.self}/lifetime-watcher` } }] : [],
}));

const why = (c: Context, event: Event): string => {
  const outcome = outcomeIn(event);
  if (outcome && outcome.kind !== 'answer') return outcome.text;
  if (event.type === 'http.failure') return `the API server did not answer: ${event.reason}`;
  if (event.type !== 'http.response') return '';
  return event.status === 404 && event.id === 'account'
    ? `serviceaccounts "${account(c)}" not found`
    : messageOf(event.body);
};
const fail = act((c, event) => reply(c, { type: 'client.failed', error: why(c, event) }));
const failed = { target: 'idle', actions: fail } as const;

const farewell = act((c) => {
  const { set, out } = reply(c, { type: 'client.failed', error: 'client token expired' });
  return { set, out: [...out, toOperator(c, { type: 'client.ended', key: c.key })] };
});

/** The statechart of `vault-secrets-operator/client`. */
export const clientMachine = s.createMachine({
  id: 'vault-secrets-operator/client',
  context: ({ input }) => ({
    self: input.self,
    operator: input.operator,
    token: input.token,
    namespace: input.namespace,
    auth: input.auth,
    connection: input.connection,
    key: input.key,
    waiting: [],
    vaultToken: '',
    id: '',
    renewable: false,
    seconds: 0,
    renewedAt: 0,
    tainted: false,
  }),
  on: {
    'client.wanted': { actions: queue },
    'client.tainted': { actions: s.assign({ tainted: true }) },
    'watcher.renewed': { actions: noteRenewal },
  },
  initial: 'idle',
  states: {
    idle: { on: { 'client.wanted': { target: 'readingServiceAccount', actions: queue } } },
    readingServiceAccount: {
      entry: readAccount,
      on: {
        'http.response': [{ guard: 'ok', target: 'requestingServiceAccountToken' }, failed],
        'http.failure': failed,
      },
    },
    requestingServiceAccountToken: {
      entry: requestJwt,
      on: { 'http.response': [{ guard: 'ok', target: 'loggingIn', actions: logIn }, failed], 'http.failure': failed },
    },
    loggingIn: {
      on: { 'actor.done': [{ guard: 'answeredWell', target: 'loggedIn', actions: takeLogin }, failed] },
    },
    loggedIn: { always: [{ guard: 'isRenewable', target: 'renewing' }, { target: 'authenticated' }] },
    renewing: {
      entry: renew,
      on: { 'actor.done': [{ guard: 'answeredWell', target: 'authenticated', actions: watch }, failed] },
    },
    authenticated: {
      entry: ready,
      on: {
        'client.wanted': [
          { guard: 'isExpired', target: 'readingServiceAccount', actions: [queue, endWatcher] },
          { guard: 'isTainted', target: 'validating', actions: queue },
          { actions: [queue, ready] },
        ],
        'actor.done': { guard: 'isWatcher', target: 'ended' },
      },
    },
    validating: {
      entry: lookUp,
      on: {
        'actor.done': [
          { guard: 'isWatcher', target: 'ended' },
          { guard: 'answeredWell', target: 'authenticated', actions: s.assign({ tainted: false }) },
          { target: 'readingServiceAccount', actions: endWatcher },
        ],
      },
    },
    // The operator takes it away, and has everything synced anew that was synced with it.
    ended: { entry: farewell },
  },
});

/** Names a client in the status of what it syncs. Source: vault-secrets-operator: vault/cache_key.go. */
export const clientKey = (auth: KubeObject, connection: KubeObject, namespace: string): string => {
  const of = ({ metadata }: KubeObject): string => `${metadata.uid}-${metadata.generation ?? 0}`;
  const text = `${of(auth)}-${of(connection)}-${namespace}-${nameOf(auth)}`;
  return `${String(part(auth, 'spec').method ?? 'kubernetes')}-${bytesToHex(blake2b(utf8(text), { dkLen: 11 }))}`;
};
