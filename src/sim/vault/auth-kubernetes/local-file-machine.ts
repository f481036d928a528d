import { assign, setup } from 'xstate';
import { effects } from '../../kernel/effects.ts';
import type { FileContent, Spawned, Stamped } from '../../kernel/events.ts';

/** Reads one file of Vault's own Pod. Output: `{ text }`, `null` where there is none. */
export const localFileMachine = setup({
  types: {
    context: {} as { readonly path: string; readonly text: string | null },
    events: {} as Stamped<FileContent>,
    input: {} as Spawned<{ readonly path: string }>,
    output: {} as { readonly text: string | null },
  },
  actions: effects,
}).createMachine({
  id: 'vault/local-file',
  context: ({ input }) => ({ path: input.path, text: null }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: ({ context }) => ({ id: 'file', path: context.path }) },
      on: { 'file.content': { target: 'done', actions: assign({ text: ({ event }) => event.text }) } },
    },
    done: { type: 'final' },
  },
  output: ({ context }) => ({ text: context.text }),
});
