import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { ActorDone, FileContent, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { formatGoDuration } from '../../vault/framework/duration.ts';
import { callOf, type Operation, request, type VaultClient } from '../api/client.ts';
import { outcomeOf } from '../api/outcome.ts';
import { type Drawn, type Draws, draw, drawsOf } from '../draws.ts';
import type { LoginProgress, ServerStopped, Shutdown, TokenInvalid, TokenNew } from '../events.ts';
import { type Mounts, worldPath } from '../files.ts';
import type { WatcherEnd, WatcherInput, WatcherRenewed } from '../lifetime/watcher.ts';
import { type Level, Logger } from '../log/hclog.ts';
import { DEFAULT_MAX_BACKOFF, DEFAULT_MIN_BACKOFF, freshBackoff, grownBackoff } from './backoff.ts';
import { loginResult } from './login-result.ts';
import { credentialsPath, loginOf, type Method } from './method.ts';

/**
 * Auto-auth: logs in, hands the token to sinks and templates, has it renewed, and logs in again when it can no longer be.
 * Source: vault: command/agentproxyshared/auth/auth.go, recordings of 1.19.5.
 */

export interface AutoAuthInput {
  /** The process's actor id; its parts are `<agent>/sink`, `<agent>/templates`, … */
  readonly agent: string;
  readonly level: Level;
  readonly client: VaultClient;
  readonly mounts: Mounts;
  readonly method: Method;
  /** Seconds; the token itself is wrapped. */
  readonly wrapTtl: number;
  /** Milliseconds; 0: the default. */
  readonly minBackoff: number;
  readonly maxBackoff: number;
  readonly exitOnError: boolean;
  /** Parts that are given each new token. */
  readonly receivers: readonly string[];
  /** A token kept by a persistent cache: looked up instead of a first login. */
  readonly preloaded?: string;
  readonly draws: Draws;
}

interface Context extends AutoAuthInput {
  readonly self: string;
  readonly drawn: Drawn;
  readonly login: Operation | null;
  /** The `token_file` method's token. */
  readonly cached: string | null;
  /** Wait after the last failure (ms); `null` before the first one since a success. */
  readonly backoff: number | null;
  /** Logins that succeeded. */
  readonly tokens: number;
  readonly token: string | null;
  readonly watcher: string | null;
  readonly preload: string | null;
  readonly shuttingDown: boolean;
  readonly error: string | null;
  readonly verdict: 'failed' | 'gave up' | 'token' | 'root' | 'wrapped';
}

type Event = Stamped<
  ResponseArrived | RequestFailed | FileContent | ActorDone | WatcherRenewed | Shutdown | TokenInvalid
>;

/** After a watcher's end, so that tokens without a lease do not make a tight loop. (auth.go: leaseDuration == 0) */
const PAUSE = 1_000;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<AutoAuthInput> },
  actions: { ...effects },
  delays: { backoff: ({ context }) => context.backoff ?? 0, pause: PAUSE },
});

const act = (fn: (context: Context, event: Event) => { set?: Partial<Context>; out?: readonly Effect[] }) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const log = (c: Context): Logger => new Logger(c.level, 'agent.auth.handler');
const min = (c: Context): number => (c.minBackoff > 0 ? c.minBackoff : DEFAULT_MIN_BACKOFF);
const max = (c: Context): number => (c.maxBackoff > 0 ? c.maxBackoff : DEFAULT_MAX_BACKOFF);

/** A failure: print the backoff as it was before this failure, then step it. */
const failed = (c: Context, entropy: number, message: string, error: string | null, key = 'error') => {
  const { u, drawn } = draw(c.draws, c.drawn, 'login', entropy);
  const current = c.backoff ?? freshBackoff(min(c), u);
  const backoff = c.backoff === null ? current : grownBackoff(c.backoff, max(c), u);
  const printed = formatGoDuration((Math.floor(current / 10) * 10) / 1000);
  const pairs: [string, string][] = error === null ? [] : [[key, error]];
  const verdict = c.exitOnError ? ('gave up' as const) : ('failed' as const);
  return {
    set: { drawn, backoff, verdict, error: c.exitOnError ? error : null },
    out: log(c).error(message, ...pairs, ['backoff', printed]),
  };
};

const begin = act((c) => {
  const progress: LoginProgress = { type: 'login.progress', inProgress: true };
  const out: Effect[] = [{ type: 'send', params: { to: `${c.agent}/templates`, event: progress } }];
  if (c.preload !== null)
    return {
      out: [...out, ...log(c).debug('using preloaded token'), ...log(c).debug('lookup-self with preloaded token')],
    };
  const read: Effect = {
    type: 'read',
    params: { id: 'credentials', path: worldPath(c.mounts, credentialsPath(c.method)) },
  };
  return { out: [...out, ...log(c).info('authenticating'), read] };
});

const lookUpPreloaded = act((c) => {
  const login: Operation = { method: 'GET', path: 'auth/token/lookup-self', token: c.preload ?? '' };
  return { set: { login }, out: [request(c.client, 'login', login)] };
});

const credentialsRead = act((c, event) => {
  if (event.type !== 'file.content') return {};
  const made = loginOf(c.method, event.text, c.cached);
  if ('error' in made) return failed(c, event.entropy, 'error getting path or data from method', made.error);
  const login: Operation = { ...made.login, ...(c.wrapTtl > 0 && { wrapTtl: formatGoDuration(c.wrapTtl) }) };
  const methodLog = new Logger(c.level, 'agent.auth.token_file');
  const [warning, error] = made.warning ?? [];
  const warned = warning === undefined ? [] : methodLog.warn(warning, ...(error ? [['error', error] as const] : []));
  return {
    set: { login, cached: made.credentials, verdict: 'token' },
    out: [...warned, request(c.client, 'login', login)],
  };
});

const give = (c: Context, token: string): Effect[] => {
  const event: TokenNew = { type: 'token.new', token };
  return c.receivers.map((to) => ({ type: 'send', params: { to, event } }));
};

const loggedIn = act((c, event) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return {};
  const login = c.login as Operation;
  const outcome = outcomeOf(callOf(c.client, login), event);
  const method: Method = c.preload === null ? c.method : { type: 'token_file', tokenFilePath: '' };
  if (outcome.kind !== 'answer') {
    if (c.preload !== null) {
      const f = failed(c, event.entropy, 'could not look up token', outcome.text, 'err');
      return { ...f, set: { ...f.set, preload: null } };
    }
    // The lookup's error is lost in a shadowed variable, so a refused token file tells no reason, and `exit_on_err`
    // ends the process without an error.
    if (method.type === 'token_file')
      return failed(c, event.entropy, 'token file validation failed, token may be invalid', null);
    return failed(c, event.entropy, 'error authenticating', outcome.text);
  }
  const result = loginResult(method, c.wrapTtl > 0, outcome.body);
  if (result.kind === 'unusable') return failed(c, event.entropy, result.message, null);
  if (result.kind === 'wrapped')
    return {
      set: { verdict: 'wrapped', backoff: null },
      out: [
        ...log(c).info('authentication successful, sending wrapped token to sinks and pausing'),
        ...give(c, result.text),
      ],
    };
  const tokens = c.tokens + 1;
  const watcher = `${c.self}/token ${tokens}`;
  const input: WatcherInput = {
    client: c.client,
    token: result.token,
    lease: { seconds: result.seconds, renewable: result.renewable },
    owner: c.self,
    behaviour: 'ignoreErrors',
    retries: 0,
    draws: drawsOf(c.draws, `token ${tokens}`),
  };
  const stopOld: Effect[] = c.watcher === null ? [] : [{ type: 'stop', params: { id: c.watcher } }];
  const batchNote = 'note that this token type is batch, and batch tokens cannot be renewed';
  const out: Effect[] = [
    ...log(c).info('authentication successful, sending token to sinks'),
    ...give(c, result.token),
    ...(result.batch && c.preload === null ? log(c).info(batchNote, ['ttl', result.seconds]) : []),
    ...stopOld,
  ];
  const set = { tokens, token: result.token, backoff: null, preload: null };
  if (result.root)
    return {
      set: { ...set, watcher: null, verdict: 'root' },
      out: [...out, ...log(c).info('not starting token renewal process, as token is root token')],
    };
  return {
    set: { ...set, watcher, verdict: 'token' },
    out: [
      ...out,
      ...log(c).info('starting renewal process'),
      { type: 'spawn', params: { id: watcher, kind: 'agent/lifetime-watcher', input } },
    ],
  };
});

const watcherEnded = act((c, event) => {
  const end = event.type === 'actor.done' ? (event.output as WatcherEnd) : {};
  const done = log(c).info('lifetime watcher done channel triggered, re-authenticating');
  if (end.error === undefined) return { set: { watcher: null }, out: done };
  const f = failed(c, event.entropy, 'error renewing token', end.error);
  return { set: { ...f.set, watcher: null }, out: [...done, ...f.out] };
});

const stop = act((c) => {
  const done: ServerStopped = {
    type: 'server.stopped',
    server: 'auto-auth',
    ...(c.error !== null && { error: c.error }),
  };
  return { out: [...log(c).info('auth handler stopped'), { type: 'send', params: { to: c.agent, event: done } }] };
});

const refuseBackoff = act((c) => {
  const error = 'auth handler: min_backoff cannot be greater than max_backoff';
  const done: ServerStopped = { type: 'server.stopped', server: 'auto-auth', error };
  return { out: [{ type: 'send', params: { to: c.agent, event: done } }] };
});

const cancelLogin = act((c, event) => {
  const cancelled = outcomeOf(callOf(c.client, c.login as Operation), {
    type: 'http.failure',
    id: 'login',
    exchange: 0,
    reason: 'aborted',
    origin: c.client.address,
  });
  const text = cancelled.kind === 'transport error' ? cancelled.text : '';
  const f = failed(c, event.entropy, 'error authenticating', text);
  return { set: f.set, out: [{ type: 'abort', params: { id: 'login' } }, ...f.out] };
});

const stopWatcher = act((c) => ({
  set: { watcher: null },
  out: [
    ...log(c).info('shutdown triggered, stopping lifetime watcher'),
    ...(c.watcher === null ? [] : [{ type: 'stop', params: { id: c.watcher } } as const]),
  ],
}));

const afterAttempt = [
  { guard: ({ context }: { context: Context }) => context.verdict === 'gave up', target: 'stopped' },
  { guard: ({ context }: { context: Context }) => context.verdict === 'failed', target: 'backingOff' },
];

/** The statechart of `agent/auto-auth`. */
export const autoAuth = s.createMachine({
  id: 'agent/auto-auth',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, ...input } }) => ({
    ...input,
    drawn: {},
    login: null,
    cached: null,
    backoff: null,
    tokens: 0,
    token: null,
    watcher: null,
    preload: input.preloaded ?? null,
    shuttingDown: false,
    error: null,
    verdict: 'failed',
  }),
  initial: 'starting',
  states: {
    starting: {
      always: [
        { guard: ({ context }) => min(context) >= max(context), target: 'refused' },
        { target: 'readingCredentials', actions: act((c) => ({ out: log(c).info('starting auth handler') })) },
      ],
    },
    readingCredentials: {
      entry: begin,
      always: { guard: ({ context }) => context.preload !== null, target: 'loggingIn', actions: lookUpPreloaded },
      on: {
        'file.content': { target: 'checkingCredentials', actions: credentialsRead },
        shutdown: 'stopped',
      },
    },
    checkingCredentials: { always: [...afterAttempt, { target: 'loggingIn' }] },
    loggingIn: {
      on: {
        'http.response': { target: 'checkingAnswer', actions: loggedIn },
        'http.failure': { target: 'checkingAnswer', actions: loggedIn },
        shutdown: { target: 'stopped', actions: cancelLogin },
      },
    },
    checkingAnswer: {
      always: [
        ...afterAttempt,
        { guard: ({ context }) => context.verdict === 'wrapped', target: 'holdingWrappedToken' },
        { guard: ({ context }) => context.verdict === 'root', target: 'holdingRootToken' },
        { target: 'keepingTokenAlive' },
      ],
    },
    backingOff: { after: { backoff: 'readingCredentials' }, on: { shutdown: 'stopped' } },
    keepingTokenAlive: {
      on: {
        'watcher.renewed': {
          guard: ({ context, event }) => event.watcher === context.watcher,
          actions: act((c) => ({ out: log(c).info('renewed auth token') })),
        },
        'actor.done': [
          { guard: ({ context, event }) => event.actor !== context.watcher },
          {
            guard: ({ event }) => (event.output as WatcherEnd).error !== undefined,
            target: 'checkingCredentials',
            actions: watcherEnded,
          },
          { target: 'pausing', actions: watcherEnded },
        ],
        'token.invalid': {
          target: 'readingCredentials',
          actions: act((c) => ({ out: log(c).info('invalid token found, re-authenticating') })),
        },
        shutdown: { target: 'stopped', actions: stopWatcher },
      },
    },
    holdingRootToken: {
      on: {
        'token.invalid': {
          target: 'readingCredentials',
          actions: act((c) => ({ out: log(c).info('invalid token found, re-authenticating') })),
        },
        shutdown: { target: 'stopped', actions: stopWatcher },
      },
    },
    holdingWrappedToken: {
      on: {
        shutdown: { target: 'stopped', actions: act((c) => ({ out: log(c).info('shutdown triggered') })) },
      },
    },
    // A plain sleep: a shutdown is noticed only afterwards.
    pausing: {
      after: {
        pause: [{ guard: ({ context }) => context.shuttingDown, target: 'stopped' }, { target: 'readingCredentials' }],
      },
      on: { shutdown: { actions: act(() => ({ set: { shuttingDown: true } })) } },
    },
    refused: { entry: refuseBackoff },
    stopped: { entry: stop },
  },
});
