import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, Spawned, Stamped } from '../../kernel/events.ts';
import { formatGoDuration } from '../../vault/framework/duration.ts';
import type { VaultClient } from '../api/client.ts';
import { DEFAULT_MAX_BACKOFF, DEFAULT_MIN_BACKOFF, freshBackoff, grownBackoff } from '../auth/backoff.ts';
import { type Drawn, type Draws, draw, drawsOf } from '../draws.ts';
import type { LoginProgress, ServerStopped, Shutdown, TokenNew } from '../events.ts';
import { worldPath } from '../files.ts';
import { type Level, Logger } from '../log/hclog.ts';
import type { RunnerFailed, RunnerRendered, RunnerServerError } from './events.ts';
import type { RunnerSettings } from './final-config.ts';
import type { RunnerInput, Surroundings } from './runner-context.ts';
import { creatingRunner, stoppingRunner } from './runner-lines.ts';
import { onServerError } from './server-error.ts';

/**
 * The template server: gives each new token to a new runner, and decides what a runner's errors mean for the process.
 * Source: vault: command/agent/template/template.go, recordings of 1.19.5.
 */

export interface TemplateServerInput {
  readonly agent: string;
  readonly level: Level;
  readonly client: VaultClient;
  readonly settings: RunnerSettings;
  readonly surroundings: Surroundings;
  readonly exitAfterAuth: boolean;
  readonly exitOnRetryFailure: boolean;
  readonly draws: Draws;
}

interface Context extends TemplateServerInput {
  readonly self: string;
  readonly drawn: Drawn;
  /** Texts of template files, by path. */
  readonly sources: Readonly<Record<string, string | null>>;
  readonly token: string;
  readonly runners: number;
  readonly runner: string | null;
  readonly started: boolean;
  readonly loginInProgress: boolean;
  /** Wait before the next restart (ms); `null` before the first. */
  readonly restart: number | null;
  readonly shuttingDown: boolean;
  readonly error: string | null;
}

type Event = Stamped<
  TokenNew | LoginProgress | Shutdown | FileContent | RunnerFailed | RunnerRendered | RunnerServerError
>;

/** Share of ends in which the process still prints that its runner ended: 12 of 36 recorded lives. */
const FINISH_SEEN = 1 / 3;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<TemplateServerInput> },
  actions: { ...effects },
  delays: { restart: ({ context }) => Math.round(context.restart ?? 0) },
});

type Change = { set?: Partial<Context>; out?: readonly Effect[] };
const act = (fn: (context: Context, event: Event) => Change) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const log = (c: Context): Logger => new Logger(c.level, 'agent.template.server');
const runnerLog = (c: Context): Logger => new Logger(c.level, 'agent');
const create = (c: Context, authenticated: boolean) => creatingRunner(runnerLog(c), c.settings, false, authenticated);

const sourcesOf = (c: Context): string[] => [
  ...new Set(c.settings.templates.flatMap(({ contents, source }) => (contents === null && source ? [source] : []))),
];
const missingSource = (c: Context): string | undefined => sourcesOf(c).find((path) => c.sources[path] === null);

/** Start a runner with the present token. */
const startRunner = (c: Context): { set: Partial<Context>; out: Effect[] } => {
  const runners = c.runners + 1;
  const id = `${c.self}/runner ${runners}`;
  const input: RunnerInput = {
    server: c.self,
    level: c.level,
    client: c.client,
    token: c.token,
    settings: c.settings,
    sources: c.sources as Record<string, string>,
    surroundings: c.surroundings,
    dry: false,
    draws: drawsOf(c.draws, `runner ${runners}`),
  };
  return {
    set: { runners, runner: id, started: true },
    out: [...create(c, true), { type: 'spawn', params: { id, kind: 'agent/template-runner', input } }],
  };
};

const killRunner = (c: Context): Effect[] => (c.runner === null ? [] : [{ type: 'stop', params: { id: c.runner } }]);

const tokenCame = act((c, event) => {
  if (event.type !== 'token.new' || event.token === c.token) return {};
  const received = log(c).info('template server received new token');
  if (c.exitAfterAuth && c.started)
    return {
      out: [
        ...received,
        ...log(c).info('template server not restarting with new token with exit_after_auth set to true'),
      ],
    };
  const next = startRunner({ ...c, token: event.token });
  return {
    set: { ...next.set, token: event.token },
    out: [...received, ...killRunner(c), ...stoppingRunner(runnerLog(c), c.runner !== null), ...next.out],
  };
});

const serverError = act((c, event) =>
  event.type === 'runner.serverError' && event.runner === c.runner
    ? { out: onServerError(log(c), c.agent, event.failure, c.loginInProgress) }
    : {},
);

const failed = act((c, event) => {
  if (event.type !== 'runner.failed') return {};
  const out = [
    ...log(c).error('template server error', ['error', event.error]),
    ...killRunner(c),
    ...stoppingRunner(runnerLog(c), false),
  ];
  if (c.exitOnRetryFailure) return { set: { runner: null, error: `template server: ${event.error}` }, out };
  const { u, drawn } = draw(c.draws, c.drawn, 'restart', event.entropy);
  const restart =
    c.restart === null ? freshBackoff(DEFAULT_MIN_BACKOFF, u) : grownBackoff(c.restart, DEFAULT_MAX_BACKOFF, u);
  const pause = formatGoDuration(restart / 1000);
  return {
    set: { runner: null, drawn, restart },
    out: [...out, ...log(c).warn(`template server restart: retry attempt after ${pause}`)],
  };
});

/** Stop whatever runner there is because the process ends. */
const stopRunner = act((c, event) => {
  const { u, drawn } = draw(c.draws, c.drawn, 'finish', event.entropy);
  return {
    set: { drawn, runner: null },
    out: [...killRunner(c), ...stoppingRunner(runnerLog(c), c.runner !== null && u < FINISH_SEEN)],
  };
});

const stop = act((c) => {
  const done: ServerStopped = {
    type: 'server.stopped',
    server: 'templates',
    ...(c.error !== null && { error: c.error }),
  };
  return { out: [...log(c).info('template server stopped'), { type: 'send', params: { to: c.agent, event: done } }] };
});

const progress = act((_, event) =>
  event.type === 'login.progress' ? { set: { loginInProgress: event.inProgress } } : {},
);

/** The statechart of `agent/template-server`. */
export const templateServer = s.createMachine({
  id: 'agent/template-server',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, ...input } }) => ({
    ...input,
    drawn: {},
    sources: {},
    token: '',
    runners: 0,
    runner: null,
    started: false,
    loginInProgress: true,
    restart: null,
    shuttingDown: false,
    error: null,
  }),
  initial: 'starting',
  on: { 'login.progress': { actions: progress } },
  states: {
    starting: {
      entry: act((c) => ({ out: log(c).info('starting template server') })),
      always: [
        { guard: ({ context }) => context.settings.templates.length === 0, target: 'withoutTemplates' },
        { target: 'readingTemplateFiles' },
      ],
    },
    withoutTemplates: {
      entry: act((c) => ({ out: log(c).info('no templates found') })),
      on: { shutdown: 'stopped' },
    },
    readingTemplateFiles: {
      entry: act((c) => ({
        out: sourcesOf(c).map((path) => ({
          type: 'read',
          params: { id: path, path: worldPath(c.settings.mounts, path) },
        })),
      })),
      always: [
        {
          guard: ({ context }) => missingSource(context) !== undefined,
          target: 'stopped',
          actions: act((c) => ({
            set: {
              error: `template server failed to create: failed to read template: open ${missingSource(c) ?? ''}: no such file or directory`,
            },
            out: create(c, false),
          })),
        },
        {
          guard: ({ context }) => sourcesOf(context).every((path) => context.sources[path] !== undefined),
          target: 'waitingForToken',
          actions: act((c) => ({ out: create(c, false) })),
        },
      ],
      on: {
        'file.content': {
          actions: act((c, event) =>
            event.type === 'file.content' ? { set: { sources: { ...c.sources, [event.id]: event.text } } } : {},
          ),
        },
        shutdown: 'stopped',
      },
    },
    waitingForToken: {
      on: {
        'token.new': { target: 'running', actions: tokenCame },
        shutdown: { target: 'stopped', actions: stopRunner },
      },
    },
    running: {
      on: {
        'token.new': { actions: tokenCame },
        'runner.serverError': { actions: serverError },
        'runner.failed': [
          { guard: ({ context, event }) => event.runner !== context.runner },
          { guard: ({ context }) => context.exitOnRetryFailure, target: 'stopped', actions: failed },
          { target: 'pausingBeforeRestart', actions: failed },
        ],
        'runner.rendered': {
          guard: ({ context, event }) => context.exitAfterAuth && event.all && event.runner === context.runner,
          target: 'stopped',
          actions: stopRunner,
        },
        shutdown: { target: 'stopped', actions: stopRunner },
      },
    },
    // A plain sleep: tokens and a shutdown are noticed only afterwards.
    pausingBeforeRestart: {
      after: {
        restart: [
          {
            guard: ({ context }) => context.shuttingDown,
            target: 'stopped',
            actions: [act(startRunner), stopRunner],
          },
          { target: 'running', actions: act(startRunner) },
        ],
      },
      on: {
        'token.new': {
          actions: act((_, event) => (event.type === 'token.new' ? { set: { token: event.token } } : {})),
        },
        shutdown: { actions: act(() => ({ set: { shuttingDown: true } })) },
      },
    },
    stopped: { entry: stop },
  },
});
