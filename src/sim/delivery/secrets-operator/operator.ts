import { setup } from 'xstate';
import { base64, utf8 } from '../../jwt/index.ts';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, KernelEvent, Spawned, Stamped } from '../../kernel/events.ts';
import { Random } from '../../kernel/random.ts';
import { find } from '../../kernel/trie.ts';
import { type KubeObject, nameOf, namespaceOf, part, sameJson } from '../../kubernetes/api/object.ts';
import { collection, requestOf } from '../../kubernetes/client/client.ts';
import { type Informer, informed, newInformer, type Seen, startInformer } from '../../kubernetes/client/informer.ts';
import { secretText } from '../../kubernetes/kinds/secrets.ts';
import type { Launch } from '../../kubernetes/kubelet/programs.ts';
import { actsOf } from '../act.ts';
import { line, readAccountToken } from '../in-cluster.ts';
import { type ClientFailed, type ClientInput, clientKey } from './client.ts';
import { type Known, loginParts, referred } from './references.ts';
import type { ResourceInput } from './resource.ts';
import { KINDS, type Plural, resources } from './resources.ts';

/**
 * The Vault Secrets Operator: an actor for every resource of its kinds, and one for every login that they share.
 * Source: vault-secrets-operator 1.4.1: main.go, vault/client_factory.go, common/common.go.
 */
interface Client {
  readonly id: string;
  /** Keys `namespace/name` of what it was made of. */
  readonly auth: string;
  readonly connection: string;
  /** Actors that use it. */
  readonly users: readonly string[];
}

interface Context {
  readonly self: string;
  readonly launch: Launch;
  readonly token: string;
  readonly hmacKey: string;
  readonly informers: Readonly<Record<string, Informer>>;
  /** Actors of resources by `<plural> <key>`. */
  readonly actors: Readonly<Record<string, string>>;
  readonly clients: Readonly<Record<string, Client>>;
}

interface Asks {
  readonly from: string;
  readonly object: KubeObject;
}

type Event = Stamped<
  | KernelEvent
  | FileContent
  | { readonly type: 'relist'; readonly informer: string }
  | ({ readonly type: 'client.wanted' | 'connection.check' } & Asks)
  | { readonly type: 'client.tainted' | 'client.ended'; readonly key: string }
  | { readonly type: 'client.reply'; readonly to: string; readonly event: { readonly type: string } }
  | { readonly type: 'signal' }
>;

/** Secret with the key of HMACs (vault/cache_storage.go). */
const HMAC_SECRET = 'vso-cc-storage-hmac-key';
const SECRETS = 'secrets';
const MANAGED = 'app.kubernetes.io/managed-by=hashicorp-vso';
const OWNER_UID = 'secrets.hashicorp.com/vso-ownerRefUID';

const ACTORS: Readonly<Record<Plural, string>> = {
  vaultconnections: 'vault-secrets-operator/connection',
  vaultauths: 'vault-secrets-operator/auth',
  vaultstaticsecrets: 'vault-secrets-operator/static-secret',
  vaultdynamicsecrets: 'vault-secrets-operator/dynamic-secret',
};
const PLURALS = Object.keys(KINDS) as Plural[];
const isPlural = (name: string): name is Plural => Object.hasOwn(KINDS, name);

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<Launch>,
    output: {} as { exitCode: number },
  },
  guards: {
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
    isMissing: ({ event }) => event.type === 'http.response' && event.status === 404,
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const takeToken = act((_, event) => (event.type === 'file.content' ? { set: { token: event.text ?? '' } } : {}));

const ownSecrets = (c: Context): string => collection('', 'secrets', c.launch.namespace);
const readKey = act((c) => ({
  out: [
    line('Starting manager', 'info', 'setup'),
    { type: 'request', params: requestOf('hmac', c.token, { method: 'GET', path: `${ownSecrets(c)}/${HMAC_SECRET}` }) },
  ],
}));
const createKey = act((c, event) => {
  const body = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: HMAC_SECRET, namespace: c.launch.namespace },
    immutable: true,
    data: { key: base64(utf8(new Random(event.entropy).text(16))) },
  };
  return {
    out: [{ type: 'request', params: requestOf('new hmac', c.token, { method: 'POST', path: ownSecrets(c), body }) }],
  };
});
const takeKey = act((_, event) =>
  event.type === 'http.response' ? { set: { hmacKey: secretText(event.body as KubeObject, 'key') ?? '' } } : {},
);

const begin = act((c) => ({ out: Object.values(c.informers).flatMap((i) => startInformer(i, c.token).effects) }));

const to = (actor: string, event: object): Effect => ({
  type: 'send',
  params: { to: actor, event: event as { type: string } },
});

const keyOf = (object: KubeObject): string => `${namespaceOf(object)}/${nameOf(object)}`;

/** What makes the operator look at a resource again: its spec, its labels and annotations, its end. */
const hasChanged = (object: KubeObject, before: KubeObject): boolean =>
  object.metadata.generation !== before.metadata.generation ||
  object.metadata.deletionTimestamp !== before.metadata.deletionTimestamp ||
  !sameJson(object.metadata.labels ?? {}, before.metadata.labels ?? {}) ||
  !sameJson(object.metadata.annotations ?? {}, before.metadata.annotations ?? {});

/** Clients of a VaultAuth or VaultConnection that is no longer what it was end, and what they synced is synced anew. */
const prune = (c: Context, plural: Plural, key: string): { context: Context; out: Effect[] } => {
  const field = plural === 'vaultauths' ? 'auth' : plural === 'vaultconnections' ? 'connection' : null;
  const gone = field === null ? [] : Object.entries(c.clients).filter(([, client]) => client[field] === key);
  const clients = Object.fromEntries(Object.entries(c.clients).filter(([k]) => !gone.some(([g]) => g === k)));
  const out = gone.flatMap(([, { id, users }]): Effect[] => [
    { type: 'stop', params: { id } },
    ...users.filter((user) => Object.values(c.actors).includes(user)).map((user) => to(user, { type: 'resync' })),
  ]);
  return { context: { ...c, clients }, out };
};

const followOne = (c: Context, { informer, key, object, before }: Seen): { context: Context; out: Effect[] } => {
  if (informer === SECRETS) {
    // A Secret that somebody deleted comes back at once.
    const uid = object === null ? before?.metadata.labels?.[OWNER_UID] : undefined;
    const owner = Object.entries(c.actors).find(([name]) => {
      const [plural = '', at = ''] = name.split(' ');
      return uid !== undefined && find(c.informers[plural]?.objects ?? null, at)?.metadata.uid === uid;
    });
    return { context: c, out: owner ? [to(owner[1], { type: 'resync' })] : [] };
  }
  if (!isPlural(informer)) return { context: c, out: [] };
  const name = `${informer} ${key}`;
  const actor = c.actors[name];
  if (!object) {
    const { [name]: _, ...actors } = c.actors;
    const pruned = prune({ ...c, actors }, informer, key);
    return {
      context: pruned.context,
      out: [...(actor ? [{ type: 'stop', params: { id: actor } } as const] : []), ...pruned.out],
    };
  }
  if (actor === undefined) {
    const id = `${c.self}/${KINDS[informer]}/${key}`;
    const input: ResourceInput = { operator: c.self, token: c.token, object, hmacKey: c.hmacKey };
    const start: Effect = { type: 'spawn', params: { id, kind: ACTORS[informer], input } };
    return { context: { ...c, actors: { ...c.actors, [name]: id } }, out: [start] };
  }
  if (!before || !hasChanged(object, before))
    return { context: c, out: [to(actor, { type: 'resource.refreshed', object })] };
  const changed = to(actor, { type: 'resource.changed', object });
  if (object.metadata.generation === before.metadata.generation) return { context: c, out: [changed] };
  const pruned = prune(c, informer, key);
  return { context: pruned.context, out: [changed, ...pruned.out] };
};

const follow = act((c, event) => {
  if (event.type === 'relist') {
    const informer = c.informers[event.informer];
    return { out: informer ? startInformer(informer, c.token).effects : [] };
  }
  for (const informer of Object.values(c.informers)) {
    const step = informed(informer, c.token, event as Stamped<KernelEvent>);
    if (!step) continue;
    let context: Context = { ...c, informers: { ...c.informers, [informer.name]: step.informer } };
    const out: Effect[] = [...step.effects];
    for (const seen of step.seen) {
      const next = followOne(context, seen);
      context = next.context;
      out.push(...next.out);
    }
    if (step.retryAfter !== undefined)
      out.push({
        type: 'send',
        params: {
          to: c.self,
          event: { type: 'relist', informer: informer.name } as { type: string },
          delay: step.retryAfter,
        },
      });
    return { set: context, out };
  }
  return {};
});

const knownTo = (c: Context): Known => ({ informers: c.informers, namespace: c.launch.namespace });

const giveClient = act((c, event) => {
  if (event.type !== 'client.wanted') return {};
  const parts = loginParts(knownTo(c), event.object);
  if ('error' in parts) {
    const failed: ClientFailed = { type: 'client.failed', error: parts.error };
    return { out: [to(event.from, failed)] };
  }
  const { auth, connection } = parts;
  const namespace = namespaceOf(event.object);
  const key = clientKey(auth, connection, namespace);
  const known = c.clients[key];
  const id = known?.id ?? `${c.self}/client/${key}`;
  const input: ClientInput = { operator: c.self, token: c.token, namespace, auth, connection, key };
  const users = [...new Set([...(known?.users ?? []), event.from])];
  const client: Client = { id, auth: keyOf(auth), connection: keyOf(connection), users };
  return {
    set: { clients: { ...c.clients, [key]: client } },
    out: [
      ...(known ? [] : [{ type: 'spawn', params: { id, kind: 'vault-secrets-operator/client', input } } as const]),
      to(id, { type: 'client.wanted', from: event.from }),
    ],
  };
});

const checkConnection = act((c, event) => {
  if (event.type !== 'connection.check') return {};
  const { vaultConnectionRef } = part(event.object, 'spec');
  const inOperators = namespaceOf(event.object) === c.launch.namespace;
  if (inOperators && !vaultConnectionRef && nameOf(event.object) !== 'default') {
    const error = `vaultConnectionRef must be set on resources in the ${JSON.stringify(c.launch.namespace)} namespace`;
    return { out: [to(event.from, { type: 'connection.checked', error })] };
  }
  const found = referred(knownTo(c), 'vaultconnections', vaultConnectionRef, namespaceOf(event.object));
  return { out: [to(event.from, { type: 'connection.checked', error: 'error' in found ? found.error : '' })] };
});

const taint = act((c, event) => {
  const client = event.type === 'client.tainted' ? c.clients[event.key] : undefined;
  return { out: client ? [to(client.id, { type: 'client.tainted' })] : [] };
});

/** Pass on what a client answers, to whoever still waits for it. */
const passOn = act((c, event) =>
  event.type === 'client.reply' && Object.values(c.actors).includes(event.to)
    ? { out: [to(event.to, event.event)] }
    : {},
);

/** A token that lives no longer: everything that was synced with it is synced anew. */
const dropClient = act((c, event) => {
  const client = event.type === 'client.ended' ? c.clients[event.key] : undefined;
  if (event.type !== 'client.ended' || !client) return {};
  const { [event.key]: _, ...clients } = c.clients;
  const users = client.users.filter((user) => Object.values(c.actors).includes(user));
  return {
    set: { clients },
    out: [{ type: 'stop', params: { id: client.id } }, ...users.map((user) => to(user, { type: 'resync' }))],
  };
});

const news = {
  'http.response': { actions: follow },
  'http.failure': { actions: follow },
  'http.chunk': { actions: follow },
  relist: { actions: follow },
} as const;

/** The statechart of `vault-secrets-operator`. */
export const operatorMachine = s.createMachine({
  id: 'vault-secrets-operator',
  context: ({ input }) => ({
    self: input.self,
    launch: input,
    token: '',
    hmacKey: '',
    informers: {
      ...Object.fromEntries(PLURALS.map((plural) => [plural, newInformer(plural, resources(plural))])),
      [SECRETS]: newInformer(SECRETS, collection('', 'secrets'), `labelSelector=${encodeURIComponent(MANAGED)}`),
    },
    actors: {},
    clients: {},
  }),
  initial: 'startingUp',
  states: {
    startingUp: {
      entry: s.enqueueActions(({ context, enqueue }) => enqueue(readAccountToken(context.launch))),
      on: { 'file.content': { target: 'readingHmacKey', actions: takeToken } },
    },
    readingHmacKey: {
      entry: readKey,
      on: {
        'http.response': [
          { guard: 'ok', target: 'running', actions: takeKey },
          { guard: 'isMissing', target: 'creatingHmacKey', actions: createKey },
          { target: 'failed' },
        ],
        'http.failure': 'failed',
      },
    },
    creatingHmacKey: {
      on: {
        'http.response': [{ guard: 'ok', target: 'running', actions: takeKey }, { target: 'failed' }],
        'http.failure': 'failed',
      },
    },
    running: {
      entry: begin,
      on: {
        ...news,
        'client.wanted': { actions: giveClient },
        'connection.check': { actions: checkConnection },
        'client.tainted': { actions: taint },
        'client.reply': { actions: passOn },
        'client.ended': { actions: dropClient },
        signal: 'stopped',
      },
    },
    stopped: { type: 'final' },
    failed: { entry: act(() => ({ out: [line('unable to set up the HMAC key', 'error', 'setup')] })), type: 'final' },
  },
  output: ({ context }) => ({ exitCode: context.hmacKey === '' ? 1 : 0 }),
});
