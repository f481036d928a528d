import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type {
  ActorDone,
  FileContent,
  RequestFailed,
  ResponseArrived,
  Spawned,
  Stamp,
  Stamped,
} from '../../kernel/events.ts';
import { formatGoDuration } from '../../vault/framework/duration.ts';
import { callOf, type Operation, request } from '../api/client.ts';
import { isOpen, patience } from '../api/connection.ts';
import { outcomeOf } from '../api/outcome.ts';
import { progressOf, type ServerStopped, type Shutdown, type TokenInvalid } from '../events.ts';
import { worldPath } from '../files.ts';
import type { WatcherEnd, WatcherRenewed } from '../lifetime/watcher.ts';
import { Logger } from '../log/hclog.ts';
import type { AutoAuthContext, AutoAuthInput } from './auto-auth-context.ts';
import { authLog, failed, maxBackoff, minBackoff } from './failure.ts';
import { type AuthChange, loggedIn } from './logged-in.ts';
import { credentialsPath, loginOf } from './method.ts';

/**
 * Auto-auth: logs in, hands the token to sinks and templates, has it renewed, and logs in again when it can no longer be.
 * Source: vault: command/agentproxyshared/auth/auth.go, recordings of 1.19.5.
 */

type Event = Stamped<
  ResponseArrived | RequestFailed | FileContent | ActorDone | WatcherRenewed | Shutdown | TokenInvalid
>;

/** After a watcher's end, so that tokens without a lease do not make a tight loop. (auth.go: leaseDuration == 0) */
const PAUSE = 1_000;

const s = setup({
  types: { context: {} as AutoAuthContext, events: {} as Event, input: {} as Spawned<AutoAuthInput> },
  actions: { ...effects },
  delays: { backoff: ({ context }) => Math.round(context.backoff ?? 0), pause: PAUSE },
});

const act = (
  fn: (context: AutoAuthContext, event: Event) => { set?: Partial<AutoAuthContext>; out?: readonly Effect[] },
) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const answeredLogin = (c: AutoAuthContext, event: (ResponseArrived | RequestFailed) & Stamp): AuthChange => {
  const { set, out = [] } = loggedIn(c, event);
  return { set: { ...set, usedAt: event.type === 'http.response' ? event.at : null }, out };
};

const answered = act((c, event) =>
  event.type === 'http.response' || event.type === 'http.failure' ? answeredLogin(c, event) : {},
);

const begin = act((c) => {
  const drained = 'renewal already in progress, draining extra auth renewal triggers';
  const set = { extraTrigger: false };
  const out: Effect[] = [...progressOf(c.agent, true), ...(c.extraTrigger ? authLog(c).info(drained) : [])];
  if (c.preload !== null)
    return {
      set,
      out: [
        ...out,
        ...authLog(c).debug('using preloaded token'),
        ...authLog(c).debug('lookup-self with preloaded token'),
      ],
    };
  const read: Effect = {
    type: 'read',
    params: { id: 'credentials', path: worldPath(c.mounts, credentialsPath(c.method)) },
  };
  return { set, out: [...out, ...authLog(c).info('authenticating'), read] };
});

const lookUpPreloaded = act((c, event) => {
  const login: Operation = { method: 'GET', path: 'auth/token/lookup-self', token: c.preload ?? '' };
  const { timeout, dialing } = patience(isOpen(c.usedAt, event.at));
  return { set: { login, dialing }, out: [request(c.client, 'login', login, timeout)] };
});

const credentialsRead = act((c, event) => {
  if (event.type !== 'file.content') return {};
  const made = loginOf(c.method, event.text, c.cached);
  if ('error' in made) return failed(c, event.entropy, 'error getting path or data from method', made.error);
  const login: Operation = { ...made.login, ...(c.wrapTtl > 0 && { wrapTtl: formatGoDuration(c.wrapTtl) }) };
  const { timeout, dialing } = patience(isOpen(c.usedAt, event.at));
  const methodLog = new Logger(c.level, 'agent.auth.token_file');
  const [warning, error] = made.warning ?? [];
  const warned = warning === undefined ? [] : methodLog.warn(warning, ...(error ? [['error', error] as const] : []));
  return {
    set: { login, dialing, cached: made.credentials, verdict: 'token' },
    out: [...warned, request(c.client, 'login', login, timeout)],
  };
});

const watcherEnded = act((c, event) => {
  const end = event.type === 'actor.done' ? (event.output as WatcherEnd) : {};
  const done = authLog(c).info('lifetime watcher done channel triggered, re-authenticating');
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
  return { out: [...authLog(c).info('auth handler stopped'), { type: 'send', params: { to: c.agent, event: done } }] };
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
    ...authLog(c).info('shutdown triggered, stopping lifetime watcher'),
    ...(c.watcher === null ? [] : [{ type: 'stop', params: { id: c.watcher } } as const]),
  ],
}));

const afterAttempt = [
  { guard: ({ context }: { context: AutoAuthContext }) => context.verdict === 'gave up', target: 'stopped' },
  { guard: ({ context }: { context: AutoAuthContext }) => context.verdict === 'failed', target: 'backingOff' },
];

/** The statechart of `agent/auto-auth`. */
export const autoAuth = s.createMachine({
  id: 'agent/auto-auth',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, ...input } }) => ({
    ...input,
    drawn: {},
    login: null,
    dialing: false,
    cached: null,
    backoff: null,
    tokens: 0,
    token: null,
    watcher: null,
    preload: input.preloaded ?? null,
    shuttingDown: false,
    extraTrigger: false,
    error: null,
    verdict: 'failed',
  }),
  initial: 'starting',
  states: {
    starting: {
      always: [
        { guard: ({ context }) => minBackoff(context) >= maxBackoff(context), target: 'refused' },
        { target: 'readingCredentials', actions: act((c) => ({ out: authLog(c).info('starting auth handler') })) },
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
        'http.response': { target: 'checkingAnswer', actions: answered },
        'http.failure': { target: 'checkingAnswer', actions: answered },
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
          actions: act((c, event) => ({ set: { usedAt: event.at }, out: authLog(c).info('renewed auth token') })),
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
          actions: act((c) => ({ out: authLog(c).info('invalid token found, re-authenticating') })),
        },
        shutdown: { target: 'stopped', actions: stopWatcher },
      },
    },
    holdingRootToken: {
      on: {
        'token.invalid': {
          target: 'readingCredentials',
          actions: act((c) => ({ out: authLog(c).info('invalid token found, re-authenticating') })),
        },
        shutdown: { target: 'stopped', actions: stopWatcher },
      },
    },
    holdingWrappedToken: {
      on: {
        shutdown: { target: 'stopped', actions: act((c) => ({ out: authLog(c).info('shutdown triggered') })) },
      },
    },
    // A plain sleep: a shutdown is noticed only afterwards.
    pausing: {
      after: {
        pause: [{ guard: ({ context }) => context.shuttingDown, target: 'stopped' }, { target: 'readingCredentials' }],
      },
      on: {
        shutdown: { actions: act(() => ({ set: { shuttingDown: true } })) },
        'token.invalid': { actions: act(() => ({ set: { extraTrigger: true } })) },
      },
    },
    refused: { entry: refuseBackoff },
    stopped: { entry: stop },
  },
});
