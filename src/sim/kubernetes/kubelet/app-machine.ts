import { assign, enqueueActions, setup } from 'xstate';
import type { FileContent } from '../../kernel/events.ts';
import { effects, type Spawned, type Stamped } from '../../kernel/index.ts';
import { readScript, type Script } from './app-script.ts';
import type { Launch } from './programs.ts';

interface Context {
  readonly launch: Launch;
  readonly script: Script | null;
  readonly at: number;
  readonly exitCode: number;
}

type Event = FileContent | { readonly type: 'signal'; readonly signal: string };

/** The world's path of a container's path. */
export const worldPath = (launch: Launch, path: string): string => {
  const at = path.startsWith('/') ? path : `${launch.workingDir.replace(/\/$/, '')}/${path}`;
  const mounts = [...launch.mounts].sort((a, b) => b.at.length - a.at.length);
  const mount = mounts.find((m) => at === m.at || at.startsWith(`${m.at.replace(/\/$/, '')}/`));
  if (!mount) return `pods/${launch.namespace}/${launch.pod}/-/${launch.container}${at}`;
  return `${mount.to}${at.slice(mount.at.replace(/\/$/, '').length)}`;
};

const stepOf = (context: Context) => context.script?.steps[context.at];

/**
 * An ordinary workload: a server that runs until SIGTERM, or a few shell commands one after the other. As process 1 of
 * its container a shell does not react to SIGTERM at all; the kubelet kills it when the grace period is over.
 */
export const appMachine = setup({
  types: {
    context: {} as Context,
    events: {} as Stamped<Event>,
    input: {} as Spawned<Launch>,
    output: {} as { exitCode: number },
  },
  guards: {
    isServer: ({ context }) => context.script === null,
    isOver: ({ context }) =>
      context.script !== null && context.at >= context.script.steps.length && !context.script.loop,
    beginsAgain: ({ context }) => context.script !== null && context.at >= context.script.steps.length,
    reads: ({ context }) => ['cat', 'test'].includes(stepOf(context)?.do ?? ''),
    sleeps: ({ context }) => stepOf(context)?.do === 'sleep',
    exits: ({ context }) => stepOf(context)?.do === 'exit',
    failsFor: ({ context, event }) => {
      const step = stepOf(context);
      return (
        event.type === 'file.content' &&
        event.text === null &&
        step !== undefined &&
        'required' in step &&
        step.required
      );
    },
  },
  delays: {
    nap: ({ context }) => {
      const step = stepOf(context);
      return step?.do === 'sleep' ? step.milliseconds : 0;
    },
  },
  actions: {
    ...effects,
    advance: assign({ at: ({ context }) => context.at + 1 }),
    rewind: assign({ at: 0 }),
    say: enqueueActions(({ context, enqueue }) => {
      const step = stepOf(context);
      if (step?.do === 'echo' && step.text !== '')
        enqueue({ type: 'log', params: { text: step.text, logger: context.launch.container } });
      if (step?.do === 'unknown')
        enqueue({
          type: 'log',
          params: { text: `not modelled: ${step.text}`, level: 'warn', logger: context.launch.container },
        });
    }),
    open: enqueueActions(({ context, enqueue }) => {
      const step = stepOf(context);
      if (step && 'path' in step)
        enqueue({ type: 'read', params: { id: 'file', path: worldPath(context.launch, step.path) } });
    }),
    show: enqueueActions(({ context, event, enqueue }) => {
      const step = stepOf(context);
      if (event.type !== 'file.content' || step?.do !== 'cat') return;
      const missing = `cat: can't open '${step.path}': No such file or directory`;
      const lines = (event.text ?? missing).replace(/\n$/, '').split('\n');
      for (const text of lines)
        enqueue({
          type: 'log',
          params: { text, logger: context.launch.container, ...(event.text === null && { level: 'error' }) },
        });
    }),
    reload: enqueueActions(({ context, enqueue }) => {
      enqueue({ type: 'log', params: { text: 'signal HUP received, reloading', logger: context.launch.container } });
    }),
    fail: assign({ exitCode: 1 }),
    exit: assign({
      exitCode: ({ context }) => {
        const step = stepOf(context);
        return step?.do === 'exit' ? step.code : 0;
      },
    }),
  },
}).createMachine({
  id: 'app',
  context: ({ input }) => ({
    launch: input,
    script: readScript([...input.command, ...input.args], input.env),
    at: 0,
    exitCode: 0,
  }),
  initial: 'starting',

  states: {
    starting: { always: [{ guard: 'isServer', target: 'serving' }, { target: 'running' }] },
    serving: {
      on: {
        signal: [{ guard: ({ event }) => event.signal === 'SIGHUP', actions: 'reload' }, { target: 'exited' }],
      },
    },
    running: {
      always: [
        { guard: 'isOver', target: 'exited' },
        { guard: 'beginsAgain', actions: 'rewind', target: 'pausing' },
        { guard: 'exits', actions: 'exit', target: 'exited' },
        { guard: 'sleeps', target: 'sleeping' },
        { guard: 'reads', target: 'reading' },
        { actions: ['say', 'advance'], target: 'running', reenter: true },
      ],
    },
    reading: {
      entry: 'open',
      on: {
        'file.content': [
          { guard: 'failsFor', actions: ['show', 'fail'], target: 'exited' },
          { actions: ['show', 'advance'], target: 'running' },
        ],
      },
    },
    sleeping: { after: { nap: { actions: 'advance', target: 'running' } } },
    // A loop without a pause of its own would never come to rest.
    pausing: { after: { 1000: 'running' } },
    exited: { type: 'final' },
  },
  output: ({ context }) => ({ exitCode: context.exitCode }),
});
