import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type {
  ActorDone,
  RequestArrived,
  RequestFailed,
  ResponseArrived,
  Spawned,
  Stamped,
} from '../../kernel/events.ts';
import type { Body, Headers } from '../../kernel/http.ts';
import { callOf, type VaultClient } from '../api/client.ts';
import { CLIENT_TIMEOUT } from '../api/connection.ts';
import { DEFAULT_RETRIES } from '../api/retry.ts';
import { transportError } from '../api/transport-error.ts';
import type { ListenerConfig } from '../config/config.ts';
import { type Draws, drawsOf } from '../draws.ts';
import type { Shutdown, TokenNew } from '../events.ts';
import type { WatcherInput } from '../lifetime/watcher.ts';
import { type Cached, cacheHeaders, cacheKey, leaseOf } from './lease-cache.ts';

/**
 * A listener of the Agent: passes requests on to Vault, with the auto-auth token where that is allowed, and serves
 * `/agent/v1/…`. Source: vault: command/agentproxyshared/cache/{handler,api_proxy}.go, command/agent.go.
 */

export interface ListenerInput {
  readonly agent: string;
  readonly client: VaultClient;
  readonly config: ListenerConfig;
  /** Use the auto-auth token for requests without one (`true`), for all (`'force'`), or never. */
  readonly useAutoAuthToken: boolean | 'force';
  /** Keep answers with leases. */
  readonly caches: boolean;
  readonly draws: Draws;
}

/** Listener → process: someone asked it to quit. */
export interface QuitRequested {
  readonly type: 'quit.requested';
}

interface Waiting {
  readonly exchange: number;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly token: string | null;
}

interface Context extends ListenerInput {
  readonly self: string;
  readonly token: string | null;
  /** Tokens this process looks after: only their leases are cached. */
  readonly managed: readonly string[];
  readonly cache: Readonly<Record<string, Cached>>;
  /** Exchanges that wait for Vault: name of the own request → what to answer. */
  readonly open: Readonly<Record<string, Waiting>>;
  readonly requests: number;
}

type Event = Stamped<RequestArrived | ResponseArrived | RequestFailed | TokenNew | Shutdown | ActorDone>;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<ListenerInput> },
  actions: { ...effects },
});

const act = (fn: (context: Context, event: Event) => { set?: Partial<Context>; out?: readonly Effect[] }) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const answer = (exchange: number, status: number, body: Body = null, headers: Headers = {}): Effect => ({
  type: 'respond',
  params: { exchange, status, body, headers },
});

const tokenFor = (c: Context, own: string | undefined): string | undefined => {
  if (c.useAutoAuthToken === 'force') return c.token ?? undefined;
  return own || (c.useAutoAuthToken ? (c.token ?? undefined) : undefined);
};

const forward = (
  c: Context,
  event: RequestArrived & { readonly at: number },
): { set?: Partial<Context>; out: Effect[] } => {
  const id = `proxied ${c.requests + 1}`;
  const { 'x-vault-token': own, ...headers } = event.headers;
  const token = tokenFor(c, own);
  const key = cacheKey(event.method, event.path, event.body, token);
  const cached = c.cache[key];
  if (cached) {
    const known = { ...cached.headers, ...cacheHeaders(cached, event.at) };
    return { out: [answer(event.exchange, cached.status, cached.body, known)] };
  }
  const { exchange, method, path } = event;
  const open = { ...c.open, [id]: { exchange, method, path, key, token: token ?? null } };
  return {
    set: { requests: c.requests + 1, open },
    out: [
      {
        type: 'request',
        params: {
          id,
          to: c.client.address,
          method,
          path,
          headers: { ...headers, ...(token !== undefined && { 'x-vault-token': token }) },
          body: event.body,
          timeout: CLIENT_TIMEOUT,
          ...(c.client.trust && { trust: c.client.trust }),
        },
      },
    ],
  };
};

/** Keep an answer if it has something to be renewed and belongs to a token of this process. */
const keep = (c: Context, waiting: Waiting, event: ResponseArrived & { readonly at: number }) => {
  const found = event.status < 400 ? leaseOf(event.body) : null;
  const owned = waiting.token !== null && c.managed.includes(waiting.token);
  if (!c.caches || !found || !(owned || found.token !== undefined)) return { set: {}, out: [] };
  const watcher = `${c.self}/lease ${event.exchange}`;
  const input: WatcherInput = {
    client: c.client,
    token: found.token ?? waiting.token ?? '',
    lease: found.lease,
    owner: c.self,
    behaviour: 'ignoreErrors',
    retries: DEFAULT_RETRIES,
    draws: drawsOf(c.draws, `lease ${event.exchange}`),
  };
  const { status, headers, body, at } = event;
  return {
    set: {
      cache: { ...c.cache, [waiting.key]: { status, headers, body, at, watcher } },
      managed: found.token === undefined ? c.managed : [...c.managed, found.token],
    },
    out: [{ type: 'spawn', params: { id: watcher, kind: 'agent/lifetime-watcher', input } } satisfies Effect],
  };
};

const evicted = act((c, event) =>
  event.type === 'actor.done'
    ? { set: { cache: Object.fromEntries(Object.entries(c.cache).filter(([, kept]) => kept.watcher !== event.actor)) } }
    : {},
);

const clear = (c: Context): { set: Partial<Context>; out: Effect[] } => ({
  set: { cache: {} },
  out: Object.values(c.cache).map(({ watcher }) => ({ type: 'stop', params: { id: watcher } })),
});

const arrived = act((c, event) => {
  if (event.type !== 'http.request') return {};
  const [path = ''] = event.path.split('?');
  if (path === '/agent/v1/quit') {
    if (!c.config.enableQuit) return { out: [answer(event.exchange, 404)] };
    if (event.method !== 'POST') return { out: [answer(event.exchange, 405)] };
    const quit: QuitRequested = { type: 'quit.requested' };
    return { out: [answer(event.exchange, 200), { type: 'send', params: { to: c.agent, event: quit } }] };
  }
  if (path === '/agent/v1/metrics')
    return { out: [answer(event.exchange, event.method === 'GET' ? 200 : 405, event.method === 'GET' ? {} : null)] };
  if (c.config.role === 'metrics_only') return { out: [answer(event.exchange, 404, '404 page not found\n')] };
  if (path === '/agent/v1/cache-clear') {
    if (event.method !== 'POST') return { out: [answer(event.exchange, 405)] };
    const cleared = clear(c);
    return { set: cleared.set, out: [...cleared.out, answer(event.exchange, 200)] };
  }
  if (c.config.requireRequestHeader && event.headers['x-vault-request'] !== 'true')
    return { out: [answer(event.exchange, 412, { errors: ['missing "X-Vault-Request" header'] })] };
  return forward(c, event);
});

const answered = act((c, event) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return {};
  const { [event.id]: waiting, ...open } = c.open;
  if (!waiting) return {};
  if (event.type === 'http.response') {
    const kept = keep(c, waiting, event);
    const headers = c.caches ? { ...event.headers, ...cacheHeaders(null, event.at) } : event.headers;
    return {
      set: { ...kept.set, open },
      out: [answer(waiting.exchange, event.status, event.body, headers), ...kept.out],
    };
  }
  const call = callOf(c.client, { method: waiting.method, path: waiting.path.replace(/^\/v1\//, '') });
  const error = `failed to get the response: ${transportError(call, event.reason)}`;
  return { set: { open }, out: [answer(waiting.exchange, 500, { errors: [error] })] };
});

/** The statechart of `agent/listener`. */
export const listener = s.createMachine({
  id: 'agent/listener',
  context: ({ input: { agent, client, config, useAutoAuthToken, caches, draws, self } }) => ({
    agent,
    client,
    config,
    useAutoAuthToken,
    caches,
    draws,
    self,
    token: null,
    managed: [],
    cache: {},
    open: {},
    requests: 0,
  }),
  initial: 'listening',
  states: {
    listening: {
      entry: act((c) => ({ out: [{ type: 'listen', params: { host: c.config.address } }] })),
      on: {
        'http.request': { actions: arrived },
        'http.response': { actions: answered },
        'http.failure': { actions: answered },
        'token.new': {
          actions: act((c, event) =>
            event.type === 'token.new' ? { set: { token: event.token, managed: [...c.managed, event.token] } } : {},
          ),
        },
        'actor.done': { actions: evicted },
        shutdown: 'closed',
      },
    },
    closed: { entry: act((c) => ({ out: [{ type: 'unlisten', params: { host: c.config.address } }] })) },
  },
});
