import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, Spawned, Stamped } from '../../kernel/events.ts';
import { Logger } from '../log/hclog.ts';
import { commandFailure, executing } from './commands.ts';
import type {
  DependencyData,
  DependencyFailed,
  DependencyGaveUp,
  RunnerFailed,
  RunnerRendered,
  RunnerServerError,
} from './events.ts';
import { type QuiescenceOver, tick } from './quiescence.ts';
import { runTemplates } from './run-templates.ts';
import { destinationOf, type RunnerContext, type RunnerInput } from './runner-context.ts';
import { watch } from './watch.ts';

/**
 * A runner of consul-template: evaluates the templates with what is known, watches what they use, and writes what changed.
 * Lives as long as one Vault token. Source: consul-template: manager/runner.go.
 */

type Event = Stamped<FileContent | DependencyData | DependencyFailed | DependencyGaveUp | QuiescenceOver>;

const s = setup({
  types: { context: {} as RunnerContext, events: {} as Event, input: {} as Spawned<RunnerInput> },
  actions: { ...effects },
  delays: { command: ({ context }) => Math.round(context.wait) },
});

type Change = { set?: Partial<RunnerContext>; out?: readonly Effect[] };
const act = (fn: (context: RunnerContext, event: Event) => Change) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const log = (c: RunnerContext): Logger => new Logger(c.level, 'agent');
const toServer = (c: RunnerContext, event: RunnerFailed | RunnerRendered | RunnerServerError): Effect => ({
  type: 'send',
  params: { to: c.server, event },
});

const readFiles = act((c) => {
  const paths = c.dry ? [] : [...new Set(c.settings.templates.map((t) => destinationOf(c, t)))];
  return {
    set: { reading: paths.length, files: {}, stale: false },
    out: paths.map((path) => ({ type: 'read', params: { id: path, path } })),
  };
});

const fileRead = act((c, event) =>
  event.type === 'file.content'
    ? { set: { files: { ...c.files, [event.path]: event.text }, reading: c.reading - 1 } }
    : {},
);

const run = act((c, event) => {
  const done = runTemplates(c, event.wall);
  const out: Effect[] = [...done.out, ...done.unwatched.flatMap((d) => watch(c, d))];
  const watched = { ...c.watched, ...Object.fromEntries(done.unwatched.map((d) => [d.name, `${c.self}/${d.name}`])) };
  if (done.error !== null) return { set: { error: done.error, watched }, out };
  out.push(...log(c).debug('(runner) diffing and updating dependencies'));
  const kept: Record<string, string> = { ...watched };
  const brain: Record<string, unknown> = { ...c.brain };
  for (const name of c.needed) {
    if (done.used.includes(name)) out.push(...log(c).debug(`(runner) ${name} is still needed`));
    else {
      out.push(...log(c).debug(`(runner) ${name} is no longer needed`), ...log(c).debug(`(watcher) removing ${name}`));
      const actor = kept[name];
      if (actor !== undefined) out.push({ type: 'stop', params: { id: actor } });
      delete kept[name];
      delete brain[name];
    }
  }
  const { rendered, outputs, commands, quiescence } = done;
  return { set: { watched: kept, needed: done.used, brain, rendered, outputs, commands, quiescence, due: null }, out };
});

const runCommands = act((c) => executing(c));

const afterRun = act((c) => {
  const out: Effect[] = [];
  if (c.commandErrors.length > 0) {
    const error = commandFailure(c.commandErrors);
    return { set: { error }, out: [toServer(c, { type: 'runner.failed', runner: c.self, error })] };
  }
  const all = c.rendered.length > 0 && c.rendered.every(Boolean);
  if (c.rendered.some(Boolean))
    out.push(toServer(c, { type: 'runner.rendered', runner: c.self, all, outputs: c.outputs }));
  out.push(...log(c).debug(`(runner) watching ${Object.keys(c.watched).length} dependencies`));
  if (!all) return { out };
  out.push(...log(c).debug('(runner) all templates rendered'));
  const quiescence = { ...c.quiescence };
  for (const [i, t] of c.settings.templates.entries())
    if (t.wait !== null && quiescence[i] === undefined) quiescence[i] = { since: null, generation: 0 };
  return { set: { quiescence }, out };
});

const received = act((c, event) => {
  if (event.type !== 'dependency.data' || !(event.dependency in c.watched)) return {};
  return {
    set: { brain: { ...c.brain, [event.dependency]: event.data }, stale: true },
    out: log(c).debug(`(runner) receiving dependency ${event.dependency}`),
  };
});

const serverError = act((c, event) =>
  event.type === 'dependency.failed'
    ? {
        out: [
          ...log(c).error('(runner) sending server error back to caller'),
          toServer(c, { type: 'runner.serverError', runner: c.self, failure: event.failure }),
        ],
      }
    : {},
);

/** A dependency has no tries left; the runner sees it when it is done with what it does. */
const gaveUp = act((c, event) => (event.type === 'dependency.gaveUp' ? { set: { lost: c.lost ?? event.error } } : {}));

const reportLost = act((c) => {
  const error = c.lost ?? '';
  return {
    set: { error },
    out: [
      ...log(c).error(`(runner) watcher reported error: ${error}`),
      toServer(c, { type: 'runner.failed', runner: c.self, error }),
    ],
  };
});

const quiescenceOver = act((c, event) =>
  event.type === 'quiescence.over'
    ? {
        set: { due: event.template, quiescence: tick.without(c.quiescence, event.template) },
        out: log(c).debug(`(runner) received template ${JSON.stringify(event.id)} from quiescence`),
      }
    : {},
);

/** The statechart of `agent/template-runner`. */
export const templateRunner = s.createMachine({
  id: 'agent/template-runner',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, ...input } }) => ({
    ...input,
    brain: {},
    watched: {},
    needed: [],
    files: {},
    reading: 0,
    rendered: input.settings.templates.map(() => false),
    outputs: input.settings.templates.map(() => ''),
    commands: [],
    commandErrors: [],
    wait: 0,
    quiescence: {},
    due: null,
    stale: false,
    lost: null,
    error: null,
  }),
  initial: 'starting',
  on: {
    'dependency.data': { actions: received },
    'dependency.failed': { actions: serverError },
    'dependency.gaveUp': { actions: gaveUp },
  },
  states: {
    starting: {
      entry: act((c) => ({ out: log(c).info('(runner) starting') })),
      always: {
        target: 'comparingFiles',
        actions: act((c) => ({ out: log(c).debug('(runner) running initial templates') })),
      },
    },
    comparingFiles: {
      entry: readFiles,
      always: { guard: ({ context }) => context.reading === 0, target: 'evaluating' },
      on: { 'file.content': { actions: fileRead } },
    },
    evaluating: {
      entry: run,
      always: [
        {
          guard: ({ context }) => context.error !== null,
          target: 'failed',
          actions: act((c) => ({
            out: [toServer(c, { type: 'runner.failed', runner: c.self, error: c.error ?? '' })],
          })),
        },
        { guard: ({ context }) => context.commands.length > 0, target: 'runningCommand' },
        { target: 'watching', actions: afterRun },
      ],
    },
    runningCommand: {
      entry: runCommands,
      after: {
        command: [
          { guard: ({ context }) => context.commands.length > 0, target: 'runningCommand', reenter: true },
          { target: 'watching', actions: afterRun },
        ],
      },
    },
    watching: {
      always: [
        { guard: ({ context }) => context.error !== null, target: 'failed' },
        { guard: ({ context }) => context.lost !== null, target: 'failed', actions: reportLost },
        { guard: ({ context }) => context.stale, target: 'comparingFiles' },
      ],
      on: {
        'quiescence.over': {
          guard: ({ context, event }) => context.quiescence[event.template]?.generation === event.generation,
          target: 'comparingFiles',
          actions: quiescenceOver,
        },
      },
    },
    failed: {},
  },
});
