import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, Spawned, Stamped } from '../../kernel/events.ts';
import type { DependencyData, DependencyGaveUp } from './events.ts';

/** A file that a template reads: looked at every two seconds, an error if it is not there. Source: consul-template: dependency/file.go. */
export interface FileInput {
  readonly runner: string;
  readonly name: string;
  /** The world's path, and the process's. */
  readonly path: string;
  readonly shown: string;
}

interface Context extends FileInput {
  readonly text: string | null;
}

const LOOK_AGAIN = 2_000;

const s = setup({
  types: { context: {} as Context, events: {} as Stamped<FileContent>, input: {} as Spawned<FileInput> },
  actions: { ...effects },
});

const look = s.enqueueActions(({ context, enqueue }) => {
  enqueue({ type: 'read', params: { id: 'file', path: context.path } });
});

const seen = s.enqueueActions(({ context, event, enqueue }) => {
  if (event.text === context.text) return;
  enqueue.assign({ text: event.text });
  const told: DependencyData | DependencyGaveUp =
    event.text === null
      ? {
          type: 'dependency.gaveUp',
          error: `${context.name}: stat ${context.shown}: no such file or directory`,
        }
      : { type: 'dependency.data', dependency: context.name, data: event.text };
  const effect: Effect = { type: 'send', params: { to: context.runner, event: told } };
  enqueue(effect);
});

/** The statechart of `agent/file`. */
export const fileDependency = s.createMachine({
  id: 'agent/file',
  context: ({ input: { runner, name, path, shown } }) => ({ runner, name, path, shown, text: '' }),
  initial: 'looking',
  states: {
    looking: {
      entry: look,
      on: {
        'file.content': [
          { guard: ({ event }) => event.text === null, target: 'missing', actions: seen },
          { target: 'resting', actions: seen },
        ],
      },
    },
    resting: { after: { [LOOK_AGAIN]: 'looking' } },
    missing: {},
  },
});
