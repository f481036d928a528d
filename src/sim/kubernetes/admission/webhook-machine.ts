import { assign, setup } from 'xstate';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { Call } from '../server/pending.ts';
import type { CallResult } from './webhook-review.ts';

interface Context {
  readonly call: Call;
  readonly result: CallResult;
}

/** One call of an admission webhook. Output: a `CallResult`; what it means is read by whoever called. */
export const admissionWebhookMachine = setup({
  types: {
    context: {} as Context,
    input: {} as Spawned<{ call: Call }>,
    events: {} as Stamped<KernelEvent>,
    output: {} as CallResult,
  },
  actions: { ...effects },
}).createMachine({
  id: 'admission-webhook',
  context: ({ input }) => ({ call: input.call, result: { kind: 'failure', reason: 'refused' } }),
  initial: 'resolving',
  states: {
    resolving: {
      always: [
        { guard: ({ context }) => context.call.hook.target.error !== undefined, target: 'unreachable' },
        { target: 'calling' },
      ],
    },
    calling: {
      entry: {
        type: 'request',
        params: ({ context: { call } }) => ({
          id: 'review',
          to: call.hook.target.origin,
          method: 'POST',
          path: call.url.slice(call.hook.target.origin.length),
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: call.body,
          trust: call.hook.target.trust,
          timeout: call.hook.timeoutSeconds * 1000,
        }),
      },
      on: {
        'http.response': {
          actions: assign({ result: ({ event }) => ({ kind: 'response', status: event.status, body: event.body }) }),
          target: 'answered',
        },
        'http.failure': {
          actions: assign({ result: ({ event }) => ({ kind: 'failure', reason: event.reason }) }),
          target: 'unreachable',
        },
      },
    },
    answered: { type: 'final' },
    unreachable: { type: 'final' },
  },
  output: ({ context }) => context.result,
});
