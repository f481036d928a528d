import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { RequestArrived, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import type { Body, Headers } from '../../kernel/http.ts';
import { CLIENT_TIMEOUT, callOf, type VaultClient } from '../api/client.ts';
import { transportError } from '../api/transport-error.ts';
import type { ListenerConfig } from '../config/config.ts';
import type { Shutdown, TokenNew } from '../events.ts';

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
}

/** Listener → process: someone asked it to quit. */
export interface QuitRequested {
  readonly type: 'quit.requested';
}

interface Context extends ListenerInput {
  readonly token: string | null;
  /** Exchanges that wait for Vault: name of the own request → what to answer. */
  readonly open: Readonly<
    Record<string, { readonly exchange: number; readonly method: string; readonly path: string }>
  >;
  readonly requests: number;
}

type Event = Stamped<RequestArrived | ResponseArrived | RequestFailed | TokenNew | Shutdown>;

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

const forward = (c: Context, event: RequestArrived): { set: Partial<Context>; out: Effect[] } => {
  const id = `proxied ${c.requests + 1}`;
  const { 'x-vault-token': own, ...headers } = event.headers;
  const token = tokenFor(c, own);
  const open = { ...c.open, [id]: { exchange: event.exchange, method: event.method, path: event.path } };
  return {
    set: { requests: c.requests + 1, open },
    out: [
      {
        type: 'request',
        params: {
          id,
          to: c.client.address,
          method: event.method,
          path: event.path,
          headers: { ...headers, ...(token !== undefined && { 'x-vault-token': token }) },
          body: event.body,
          timeout: CLIENT_TIMEOUT,
          ...(c.client.trust && { trust: c.client.trust }),
        },
      },
    ],
  };
};

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
  if (path === '/agent/v1/cache-clear') return { out: [answer(event.exchange, event.method === 'POST' ? 200 : 405)] };
  if (c.config.requireRequestHeader && event.headers['x-vault-request'] !== 'true')
    return { out: [answer(event.exchange, 412, { errors: ['missing "X-Vault-Request" header'] })] };
  return forward(c, event);
});

const answered = act((c, event) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return {};
  const { [event.id]: waiting, ...open } = c.open;
  if (!waiting) return {};
  if (event.type === 'http.response')
    return { set: { open }, out: [answer(waiting.exchange, event.status, event.body, event.headers)] };
  const call = callOf(c.client, { method: waiting.method, path: waiting.path.replace(/^\/v1\//, '') });
  const error = `failed to get the response: ${transportError(call, event.reason)}`;
  return { set: { open }, out: [answer(waiting.exchange, 500, { errors: [error] })] };
});

/** The statechart of `agent/listener`. */
export const listener = s.createMachine({
  id: 'agent/listener',
  context: ({ input: { agent, client, config, useAutoAuthToken } }) => ({
    agent,
    client,
    config,
    useAutoAuthToken,
    token: null,
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
          actions: act((_, event) => (event.type === 'token.new' ? { set: { token: event.token } } : {})),
        },
        shutdown: 'closed',
      },
    },
    closed: { entry: act((c) => ({ out: [{ type: 'unlisten', params: { host: c.config.address } }] })) },
  },
});
