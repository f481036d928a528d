import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { Spawned, Stamped } from '../../kernel/events.ts';
import type { VaultClient } from '../api/client.ts';
import type { ExecConfig } from '../config/config.ts';
import { type Draws, drawsOf } from '../draws.ts';
import type { LoginProgress, ServerStopped, Shutdown, TokenNew } from '../events.ts';
import { type Level, Logger, plain } from '../log/hclog.ts';
import { runCommand } from '../template/command.ts';
import type { RunnerFailed, RunnerRendered, RunnerServerError } from '../template/events.ts';
import type { RunnerSettings } from '../template/final-config.ts';
import type { RunnerInput, Surroundings } from '../template/runner-context.ts';
import { creatingRunner, stoppingRunner } from '../template/runner-lines.ts';
import { onServerError } from '../template/server-error.ts';

/**
 * The exec server (process supervisor mode): runs a child whose environment variables are rendered from `env_template`s.
 * Without them it only says so. Source: vault: command/agent/exec/exec.go.
 */

export interface ExecServerInput {
  readonly agent: string;
  readonly level: Level;
  readonly client: VaultClient;
  /** Its templates are the `env_template`s. */
  readonly settings: RunnerSettings;
  readonly surroundings: Surroundings;
  readonly exec: ExecConfig | null;
  readonly exitOnRetryFailure: boolean;
  readonly draws: Draws;
}

interface Context extends ExecServerInput {
  readonly self: string;
  readonly token: string;
  readonly runners: number;
  readonly loginInProgress: boolean;
  readonly runner: string | null;
  /** `NAME=value`, sorted; what the child was started with last. */
  readonly variables: readonly string[];
  readonly child: { readonly pid: number; readonly exit: number | null } | null;
  readonly pids: number;
  readonly wait: number;
  readonly error: string | null;
  readonly exitCode: number | null;
}

type Event = Stamped<TokenNew | Shutdown | LoginProgress | RunnerFailed | RunnerRendered | RunnerServerError>;

/** Several secrets arrive one after the other; the child is (re)started when they have rested so long. */
const DEBOUNCE = 2_000;
const FIRST_PID = 12;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<ExecServerInput> },
  actions: { ...effects },
  delays: { debounce: DEBOUNCE, child: ({ context }) => Math.round(context.wait) },
});

type Change = { set?: Partial<Context>; out?: readonly Effect[] };
const act = (fn: (context: Context, event: Event) => Change) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const log = (c: Context): Logger => new Logger(c.level, 'agent.exec.server');
const runnerLog = (c: Context): Logger => new Logger(c.level, 'agent');
const kill = (c: Context): Effect[] => (c.runner === null ? [] : [{ type: 'stop', params: { id: c.runner } }]);

const startRunner = (c: Context): { set: Partial<Context>; out: Effect[] } => {
  const runners = c.runners + 1;
  const id = `${c.self}/runner ${runners}`;
  const input: RunnerInput = {
    server: c.self,
    level: c.level,
    client: c.client,
    token: c.token,
    settings: c.settings,
    sources: {},
    surroundings: c.surroundings,
    dry: true,
    draws: drawsOf(c.draws, `runner ${runners}`),
  };
  return {
    set: { runners, runner: id },
    out: [
      ...creatingRunner(runnerLog(c), c.settings, true, true),
      { type: 'spawn', params: { id, kind: 'agent/template-runner', input } },
    ],
  };
};

const tokenCame = act((c, event) => {
  if (event.type !== 'token.new' || event.token === c.token) return {};
  const next = startRunner({ ...c, token: event.token });
  return {
    set: { ...next.set, token: event.token },
    out: [
      ...log(c).info('exec server received new token'),
      ...kill(c),
      ...stoppingRunner(runnerLog(c), c.runner !== null),
      ...next.out,
    ],
  };
});

const variablesOf = (c: Context, outputs: readonly string[]): string[] =>
  c.settings.templates.map((t, i) => `${t.environmentVariable}=${outputs[i] ?? ''}`).sort();

const isChange = ({ context, event }: { context: Context; event: Event }): boolean =>
  event.type === 'runner.rendered' &&
  event.all &&
  variablesOf(context, event.outputs).join('\0') !== context.variables.join('\0');

const noteChange = act((c, event) =>
  event.type === 'runner.rendered'
    ? {
        set: { variables: variablesOf(c, event.outputs) },
        out: log(c).debug('detected a change in the environment variables: restarting the child process'),
      }
    : {},
);

const restartChild = act((c) => {
  const running = c.child !== null;
  if (running && c.exec?.restartOnSecretChanges === 'never')
    return { out: log(c).info('detected update, but not restarting process', ['process_id', c.child?.pid ?? 0]) };
  const command = c.exec?.command ?? [];
  const pid = FIRST_PID + c.pids;
  const ran = runCommand(command.join(' '), c.surroundings.processes);
  const known = ran.exit !== 127;
  return {
    set: { child: { pid, exit: known ? ran.exit : null }, pids: c.pids + 1, wait: ran.took },
    out: [
      ...(running ? log(c).info('stopping process', ['process_id', c.child?.pid ?? 0]) : []),
      ...log(c).info(`[INFO] (child) spawning: ${command.join(' ')}`),
      ...(known ? ran.output.map(plain) : []),
    ],
  };
});

const serverError = act((c, event) =>
  event.type === 'runner.serverError' && event.runner === c.runner
    ? { out: onServerError(log(c), c.agent, event.failure, c.loginInProgress) }
    : {},
);

const progress = act((_, event) =>
  event.type === 'login.progress' ? { set: { loginInProgress: event.inProgress } } : {},
);

const failed = act((c, event) => {
  if (event.type !== 'runner.failed') return {};
  const out = [
    ...log(c).error('template server error', ['error', event.error]),
    ...kill(c),
    ...stoppingRunner(runnerLog(c), false),
  ];
  if (c.exitOnRetryFailure) return { set: { runner: null, error: `template server: ${event.error}` }, out };
  const next = startRunner(c);
  return { set: next.set, out: [...out, ...next.out] };
});

const stop = act((c) => {
  const done: ServerStopped = {
    type: 'server.stopped',
    server: 'exec',
    ...(c.error !== null && { error: c.error }),
    ...(c.exitCode !== null && { exitCode: c.exitCode }),
  };
  return { out: [...log(c).info('exec server stopped'), { type: 'send', params: { to: c.agent, event: done } }] };
});

const stopRunner = act((c) => ({
  set: { runner: null },
  out: c.exec === null ? [] : [...kill(c), ...stoppingRunner(runnerLog(c), false)],
}));

/** The statechart of `agent/exec-server`. */
export const execServer = s.createMachine({
  id: 'agent/exec-server',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, ...input } }) => ({
    ...input,
    token: '',
    runners: 0,
    loginInProgress: true,
    runner: null,
    variables: [],
    child: null,
    pids: 0,
    wait: 0,
    error: null,
    exitCode: null,
  }),
  entry: act((c) => ({ out: log(c).info('starting exec server') })),
  initial: 'starting',
  on: { 'login.progress': { actions: progress }, 'runner.serverError': { actions: serverError } },
  states: {
    starting: {
      always: [
        {
          guard: ({ context }) => context.exec === null || context.settings.templates.length === 0,
          target: 'withoutEnvTemplates',
        },
        {
          target: 'waitingForToken',
          actions: act((c) => ({ out: creatingRunner(runnerLog(c), c.settings, true, false) })),
        },
      ],
    },
    withoutEnvTemplates: {
      entry: act((c) => ({ out: log(c).info('no env templates or exec config, exiting') })),
      on: { shutdown: 'stopped' },
    },
    waitingForToken: {
      on: {
        'token.new': { target: 'rendering', actions: tokenCame },
        shutdown: { target: 'stopped', actions: stopRunner },
      },
    },
    rendering: {
      on: {
        'token.new': { actions: tokenCame },
        'runner.rendered': { guard: isChange, target: 'debouncing', actions: noteChange },
        'runner.failed': [
          { guard: ({ context, event }) => event.runner !== context.runner },
          { guard: ({ context }) => context.exitOnRetryFailure, target: 'stopped', actions: failed },
          { actions: failed },
        ],
        shutdown: { target: 'stopped', actions: stopRunner },
      },
    },
    debouncing: {
      after: { debounce: { target: 'supervising', actions: restartChild } },
      on: {
        'token.new': { actions: tokenCame },
        'runner.rendered': { guard: isChange, target: 'debouncing', reenter: true, actions: noteChange },
        'runner.failed': [
          { guard: ({ context, event }) => event.runner !== context.runner },
          { guard: ({ context }) => context.exitOnRetryFailure, target: 'stopped', actions: failed },
          { actions: failed },
        ],
        shutdown: { target: 'stopped', actions: stopRunner },
      },
    },
    supervising: {
      after: {
        child: {
          guard: ({ context }) => context.child !== null && context.child.exit !== null,
          target: 'stopped',
          actions: act((c) => ({
            set: { exitCode: c.child?.exit ?? 0, error: `process exited with ${c.child?.exit ?? 0}` },
          })),
        },
      },
      on: {
        'token.new': { actions: tokenCame },
        'runner.rendered': { guard: isChange, target: 'debouncing', actions: noteChange },
        'runner.failed': [
          { guard: ({ context, event }) => event.runner !== context.runner },
          { guard: ({ context }) => context.exitOnRetryFailure, target: 'stopped', actions: failed },
          { actions: failed },
        ],
        shutdown: { target: 'stopped', actions: stopRunner },
      },
    },
    stopped: { entry: stop },
  },
});
