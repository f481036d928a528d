import { enqueueActions, setup } from 'xstate';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../kernel/index.ts';
import { worldPath } from '../kubernetes/kubelet/app-machine.ts';
import type { ExecResult } from '../kubernetes/kubelet/exec.ts';
import type { Launch } from '../kubernetes/kubelet/programs.ts';
import { containerPrograms } from './container-programs.ts';
import { type Begun, playOn } from './playing.ts';
import type { Given, Need, Process, Program } from './program.ts';

/** A command in a running container. */
export interface ContainerShellInput {
  readonly launch: Launch;
  /** Program and arguments; no shell comes between unless it is one. */
  readonly command: readonly string[];
  readonly stdin: string;
}

interface Context extends ContainerShellInput {
  readonly given: readonly Given[];
  readonly needs: Need | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
  /** Why the command did not start; '' when it did. */
  readonly failed: string;
}

const ANSWER_TIMEOUT = 60_000;
/** Containerd's words for a command that is not there. */
const notFound = (name: string): string =>
  `error executing command in container: failed to exec in container: failed to start exec: OCI runtime exec failed: exec failed: unable to start container process: exec: ${JSON.stringify(name)}: executable file not found in $PATH`;

const nameOf = (command: readonly string[]): string => (command[0] ?? '').replace(/^(?:\/usr)?\/s?bin\//, '');

const programOf = ({ launch, command }: ContainerShellInput): Program | undefined => {
  const programs = containerPrograms(launch);
  const name = nameOf(command);
  return Object.hasOwn(programs, name) ? programs[name] : undefined;
};

const begin = (program: Program, { launch, command, stdin }: ContainerShellInput): Begun => {
  const output = { out: '', err: '' };
  const process: Process = {
    argv: [nameOf(command), ...command.slice(1)],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/root', ...launch.env },
    stdin,
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
    },
  };
  return { run: program(process), output };
};

/** Prefix of a directory's files in the world. */
const folderOf = (launch: Launch, path: string): string => worldPath(launch, path || '/').replace(/\/*$/, '/');

/** What stands in a directory because something is mounted below it. */
const mountsBelow = (launch: Launch, path: string): string[] => {
  const folder = path.replace(/\/*$/, '/');
  return launch.mounts.flatMap(({ at }) => (at.startsWith(folder) ? [`${at.slice(folder.length)}/`] : []));
};

/** Kind `cli/container-shell`. */
export const containerShellMachine = setup({
  types: {
    context: {} as Context,
    events: {} as Stamped<KernelEvent>,
    input: {} as Spawned<ContainerShellInput>,
    output: {} as ExecResult,
  },
  actions: {
    ...effects,
    go: enqueueActions(({ context: c, event, enqueue }) => {
      const program = programOf(c);
      if (!program) {
        enqueue.assign({ exit: 0, failed: notFound(c.command[0] ?? '') });
        return;
      }
      const had = c.needs ? c.given : null;
      const answer = c.needs && (answerOf(c, event) ?? { done: true as const });
      const { begun, writes, needs, exit, given: now } = playOn(() => begin(program, c), had, answer, event);
      for (const { path, text, mode } of writes)
        enqueue({
          type: 'write',
          params: { path: worldPath(c.launch, path), text, ...(mode !== undefined && { mode }) },
        });
      enqueue.assign({ given: now, needs, stdout: begun.output.out, stderr: begun.output.err, exit });
      const id = `${now.length}`;
      if (needs?.need === 'http') {
        const { need: _, ...request } = needs;
        enqueue({ type: 'request', params: { id, timeout: ANSWER_TIMEOUT, ...request } });
      } else if (needs?.need === 'output') enqueue({ type: 'logs', params: { id, actor: needs.actor } });
      else if (needs?.need === 'read') enqueue({ type: 'read', params: { id, path: worldPath(c.launch, needs.path) } });
      else if (needs?.need === 'list')
        enqueue({ type: 'list', params: { id, prefix: folderOf(c.launch, needs.path ?? c.launch.workingDir) } });
    }),
  },
  guards: {
    finished: ({ context: c }) => c.exit !== null,
    sleeps: ({ context: c }) => c.needs?.need === 'sleep',
  },
  delays: { pause: ({ context: c }) => (c.needs?.need === 'sleep' ? c.needs.milliseconds : 0) },
}).createMachine({
  id: 'container-shell',
  context: ({ input }) => ({ ...input, given: [], needs: null, stdout: '', stderr: '', exit: null, failed: '' }),
  initial: 'running',
  states: {
    running: {
      entry: 'go',
      always: [{ guard: 'finished', target: 'exited' }, { guard: 'sleeps', target: 'sleeping' }, { target: 'waiting' }],
    },
    waiting: {
      on: {
        'http.response': 'running',
        'http.failure': 'running',
        'file.content': 'running',
        'file.names': 'running',
      },
    },
    sleeping: { after: { pause: 'running' } },
    exited: { type: 'final' },
  },
  output: ({ context: c }) =>
    c.failed === '' ? { stdout: c.stdout, stderr: c.stderr, exit: c.exit ?? 0 } : { failed: c.failed },
});

const answerOf = (c: Context, event: Stamped<KernelEvent>): Given | null => {
  if (event.type === 'http.response') return { status: event.status, headers: event.headers, body: event.body };
  if (event.type === 'http.failure') return { failed: event.reason };
  if (event.type === 'file.content') return { text: event.text };
  if (event.type === 'file.names') {
    const path = c.needs?.need === 'list' ? (c.needs.path ?? c.launch.workingDir) : '/';
    const names = event.names.map((name) => name.slice(event.prefix.length));
    return { names: [...new Set([...names, ...mountsBelow(c.launch, path)])].sort() };
  }
  return null;
};
