import { assign, enqueueActions, setup } from 'xstate';
import { printedLine } from '../agent/log/printed-line.ts';
import type { LogContent } from '../kernel/events.ts';
import { effects, type KernelEvent, type Spawned, type Stamp, type Stamped } from '../kernel/index.ts';
import { HOME, worldPath } from './home.ts';
import { playOn } from './playing.ts';
import type { Given, Need } from './program.ts';
import { parseScript } from './shell/parse.ts';
import { runScript } from './shell/run.ts';
import type { NotModelled, Programs } from './shell/shell.ts';
import { ShellError } from './shell/syntax.ts';

/** One thing typed at the prompt, and what it printed. */
export interface Typed {
  readonly script: string;
  readonly stdin: string;
  /** Virtual milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** `null` while it runs. */
  readonly exit: number | null;
}

export interface ShellContext {
  readonly env: Readonly<Record<string, string>>;
  readonly status: number;
  readonly typed: readonly Typed[];
  /** Answers that the running script has had so far. */
  readonly given: readonly Given[];
  readonly needs: Need | null;
  /** Programs that the running script has started, by actor: exit code, `null` while they run. */
  readonly jobs: Readonly<Record<string, number | null>>;
}

export type ShellEvent =
  /** Type a script at the prompt; `env` holds for it alone. */
  | {
      readonly type: 'type';
      readonly script: string;
      readonly stdin?: string;
      readonly env?: Readonly<Record<string, string>>;
    }
  /** Ctrl-C. */
  | { readonly type: 'interrupt' };

interface Progress {
  readonly stdout: string;
  readonly stderr: string;
  readonly env: Readonly<Record<string, string>>;
  readonly given: readonly Given[];
  readonly needs: Need | null;
  readonly exit: number | null;
}

/** Exit codes: a syntax error of sh, and a process ended by Ctrl-C. */
const SYNTAX_ERROR = 2;
const INTERRUPTED = 130;
/** Milliseconds that a program waits for an answer unless it says otherwise. */
const ANSWER_TIMEOUT = 60_000;

const runningJobs = (jobs: ShellContext['jobs']): string[] =>
  Object.entries(jobs).flatMap(([id, ended]) => (ended === null ? [id] : []));

/** What the machine keeps for itself. */
interface Context extends ShellContext {
  readonly self: string;
  /** Variables of the script alone. */
  readonly once: Readonly<Record<string, string>>;
}

/** A directory's path as a prefix of the world's. */
const folderOf = (path: string | undefined): string =>
  path === undefined ? HOME : worldPath(path).replace(/\/*$/, '/');

/**
 * The operator's shell: `prompt`, and `running` while a script waits for an answer, a file or time.
 * @param programs the commands it finds
 * @param notModelled real commands it does not have, each with a hint
 */
export const shellMachine = (programs: Programs, notModelled: NotModelled) => {
  const play = (
    { script, stdin }: Typed,
    env: Readonly<Record<string, string>>,
    status: number,
    had: readonly Given[] | null,
    answer: Given | null,
    stamp: Stamp,
    prefix: string,
  ) => {
    try {
      const parsed = parseScript(script);
      const begin = () => {
        const shell = { name: 'bash', programs: withStdin(programs, stdin), notModelled, env: { ...env }, status };
        const output = { out: '', err: '' };
        return { run: runScript(shell, parsed, output), output, shell };
      };
      const { begun, ...playing } = playOn(begin, had, answer, stamp, prefix);
      return { ...playing, stdout: begun.output.out, stderr: begun.output.err, env: begun.shell.env };
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      const stderr = `bash: line ${error.line}, column ${error.column}: ${error.message}\n`;
      return { writes: [], starts: [], stdout: '', stderr, env, given: [], needs: null, exit: SYNTAX_ERROR };
    }
  };

  const current = (context: ShellContext): Typed | undefined => context.typed.at(-1);

  const progressed = (context: ShellContext, progress: Progress, at: number): Partial<ShellContext> => {
    const last = current(context);
    if (!last) return {};
    const { stdout, stderr, exit } = progress;
    const typed = { ...last, stdout, stderr, exit, endedAt: exit === null ? null : at };
    const done = exit !== null;
    return {
      typed: [...context.typed.slice(0, -1), typed],
      given: done ? [] : progress.given,
      needs: progress.needs,
      ...(done && { env: progress.env, status: exit }),
    };
  };

  const answerOf = (context: ShellContext, event: Stamped<KernelEvent | LogContent | ShellEvent>): Given | null => {
    if (event.type === 'http.response') return { status: event.status, headers: event.headers, body: event.body };
    if (event.type === 'http.failure') return { failed: event.reason };
    if (event.type === 'file.content') return { text: event.text };
    if (event.type === 'file.names') return { names: event.names.map((n) => n.slice(event.prefix.length)) };
    if (event.type === 'log.content')
      return {
        lines: event.lines.map((line) => printedLine(line, event.wall - event.at)),
        ended: context.jobs[event.actor] ?? null,
      };
    return null;
  };

  return setup({
    types: {
      context: {} as Context,
      input: {} as Spawned<{ env?: Readonly<Record<string, string>> }>,
      events: {} as Stamped<KernelEvent | LogContent | ShellEvent>,
    },
    actions: {
      ...effects,
      start: assign(({ context, event }) => {
        if (event.type !== 'type') return {};
        const { script, stdin = '', env = {}, at } = event;
        const typed = { script, stdin, startedAt: at, endedAt: null, stdout: '', stderr: '', exit: null };
        return { typed: [...context.typed, typed], given: [], needs: null, jobs: {}, once: env };
      }),
      go: enqueueActions(({ context, event, enqueue }) => {
        const last = current(context);
        if (!last || last.exit !== null) return;
        const begins = event.type === 'type';
        const answer = begins ? null : (answerOf(context, event) ?? { done: true as const });
        const env = { ...context.env, ...context.once };
        const prefix = `${context.self}/${context.typed.length}.`;
        const had = begins ? null : context.given;
        const progress = play(last, env, context.status, had, answer, event, prefix);
        for (const { path, text, mode } of progress.writes) {
          enqueue({ type: 'write', params: { path: worldPath(path), text, ...(mode !== undefined && { mode }) } });
        }
        for (const { id, kind, input } of progress.starts) enqueue({ type: 'spawn', params: { id, kind, input } });
        const jobs = { ...context.jobs, ...Object.fromEntries(progress.starts.map(({ id }) => [id, null])) };
        if (progress.exit !== null) for (const id of runningJobs(jobs)) enqueue({ type: 'stop', params: { id } });
        const kept = Object.keys(context.once).length > 0 ? { ...progress, env: context.env } : progress;
        enqueue.assign(() => ({ ...progressed(context, kept, event.at), jobs }));
        const { needs } = progress;
        const id = `${context.typed.length}.${progress.given.length}`;
        if (needs?.need === 'http') {
          const { need: _, ...request } = needs;
          enqueue({ type: 'request', params: { id, timeout: ANSWER_TIMEOUT, ...request } });
        } else if (needs?.need === 'read') enqueue({ type: 'read', params: { id, path: worldPath(needs.path) } });
        else if (needs?.need === 'output') enqueue({ type: 'logs', params: { id, actor: needs.actor } });
        else if (needs?.need === 'list') enqueue({ type: 'list', params: { id, prefix: folderOf(needs.path) } });
      }),
      noteEnd: assign({
        jobs: ({ context, event }) =>
          event.type === 'actor.done' && event.actor in context.jobs
            ? { ...context.jobs, [event.actor]: (event.output as { exitCode?: number } | undefined)?.exitCode ?? 0 }
            : context.jobs,
      }),
      interrupt: enqueueActions(({ context, event, enqueue }) => {
        if (context.needs?.need === 'http')
          enqueue({ type: 'abort', params: { id: `${context.typed.length}.${context.given.length}` } });
        for (const id of runningJobs(context.jobs)) enqueue({ type: 'stop', params: { id } });
        const last = current(context);
        if (!last) return;
        enqueue.assign({
          typed: [
            ...context.typed.slice(0, -1),
            { ...last, stderr: `${last.stderr}^C\n`, exit: INTERRUPTED, endedAt: event.at },
          ],
          status: INTERRUPTED,
          given: [],
          needs: null,
        });
      }),
    },
    guards: {
      finished: ({ context }) => current(context)?.exit !== null,
      sleeps: ({ context }) => context.needs?.need === 'sleep',
    },
    delays: { pause: ({ context }) => (context.needs?.need === 'sleep' ? context.needs.milliseconds : 0) },
  }).createMachine({
    id: 'shell',
    context: ({ input }) => ({
      self: input.self,
      env: input.env ?? {},
      status: 0,
      typed: [],
      given: [],
      needs: null,
      jobs: {},
      once: {},
    }),
    on: { 'actor.done': { actions: 'noteEnd' } },
    initial: 'prompt',
    states: {
      prompt: { on: { type: { target: 'running', actions: ['start', 'go'] } } },
      running: {
        initial: 'waiting',
        always: { guard: 'finished', target: 'prompt' },
        on: {
          interrupt: { target: 'prompt', actions: 'interrupt' },
          'http.response': { target: '.waiting', reenter: true, actions: 'go' },
          'http.failure': { target: '.waiting', reenter: true, actions: 'go' },
          'file.content': { target: '.waiting', reenter: true, actions: 'go' },
          'file.names': { target: '.waiting', reenter: true, actions: 'go' },
          'log.content': { target: '.waiting', reenter: true, actions: 'go' },
        },
        states: {
          waiting: { always: { guard: 'sleeps', target: 'sleeping' } },
          sleeping: { after: { pause: { target: 'waiting', actions: 'go' } } },
        },
      },
    },
  });
};

/** The first program of a script reads what was typed after it. */
const withStdin = (programs: Programs, stdin: string): Programs =>
  stdin === ''
    ? programs
    : Object.fromEntries(
        Object.entries(programs).map(([name, program]) => [name, (p) => program(p.stdin === '' ? { ...p, stdin } : p)]),
      );
