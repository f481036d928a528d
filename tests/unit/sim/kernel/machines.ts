import { assign, enqueueActions, setup } from 'xstate';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../../../../src/sim/kernel/index.ts';

/** Answers every request after `work` milliseconds with the number of requests so far. */
export const server = setup({
  types: {
    context: {} as { host: string; work: number; count: number },
    input: {} as Spawned<{ host: string; work?: number }>,
    events: {} as Stamped<KernelEvent | { type: 'answer'; exchange: number }>,
  },
  actions: { ...effects },
}).createMachine({
  context: ({ input }) => ({ host: input.host, work: input.work ?? 0, count: 0 }),
  entry: { type: 'listen', params: ({ context }) => ({ host: context.host }) },
  initial: 'serving',
  states: {
    serving: {
      on: {
        'http.request': {
          actions: [
            assign({ count: ({ context }) => context.count + 1 }),
            enqueueActions(({ enqueue, context, event }) => {
              enqueue({
                type: 'respond',
                params: { exchange: event.exchange, status: 200, body: { n: context.count, path: event.path } },
              });
            }),
          ],
        },
      },
    },
  },
});

/** Asks once a `period`, counts answers and failures, and picks its pauses at random within 10 %. */
export const client = setup({
  types: {
    context: {} as { to: string; period: number; answers: number; failures: string[]; pause: number },
    input: {} as Spawned<{ to: string; period: number }>,
    events: {} as Stamped<KernelEvent>,
  },
  actions: { ...effects },
  delays: { pause: ({ context }) => context.pause },
}).createMachine({
  context: ({ input }) => ({ to: input.to, period: input.period, answers: 0, failures: [], pause: input.period }),
  initial: 'asking',
  states: {
    asking: {
      entry: {
        type: 'request',
        params: ({ context }) => ({ id: 'q', to: context.to, method: 'GET', path: '/', timeout: 500 }),
      },
      on: {
        'http.response': {
          target: 'resting',
          actions: assign({
            answers: ({ context }) => context.answers + 1,
            pause: ({ context, event }) => context.period + (event.entropy % Math.ceil(context.period / 10)),
          }),
        },
        'http.failure': {
          target: 'resting',
          actions: assign({ failures: ({ context, event }) => [...context.failures, event.reason] }),
        },
      },
    },
    resting: { after: { pause: 'asking' } },
  },
});

/** Walks three states at one instant, then ends with an output. */
export const walker = setup({
  types: { input: {} as Spawned<{ name: string }>, context: {} as { name: string }, output: {} as { name: string } },
  actions: { ...effects },
}).createMachine({
  context: ({ input }) => ({ name: input.name }),
  initial: 'checkingJwt',
  states: {
    checkingJwt: { always: 'matchingName' },
    matchingName: { always: 'issuingToken' },
    issuingToken: { type: 'final' },
  },
  output: ({ context }) => ({ name: context.name }),
});

/** Spawns a walker and remembers what it gave back. */
export const parent = setup({
  types: {
    context: {} as { got: unknown },
    events: {} as Stamped<KernelEvent | { type: 'go' }>,
    input: {} as Spawned<object>,
  },
  actions: { ...effects },
}).createMachine({
  context: { got: null },
  on: {
    go: { actions: { type: 'spawn', params: { id: 'child', kind: 'walker', input: { name: 'app' } } } },
    'actor.done': { actions: assign({ got: ({ event }) => event.output }) },
  },
});

/** Throws on `boom`, loops forever on `loop`, misuses the world on `wrong`. */
export const faulty = setup({
  types: { events: {} as Stamped<{ type: 'boom' | 'loop' | 'wrong' | 'lost' | 'spin' }>, input: {} as Spawned<object> },
  actions: {
    ...effects,
    explode: assign(() => {
      throw new Error('the machine is broken');
    }),
    unheardOf: () => {},
  },
}).createMachine({
  initial: 'well',
  states: {
    well: {
      on: {
        boom: { actions: 'explode' },
        loop: { actions: { type: 'send', params: { to: 'faulty', event: { type: 'loop' } } } },
        lost: { actions: { type: 'send', params: { to: 'nobody', event: { type: 'hello' } } } },
        wrong: { actions: 'unheardOf' },
        spin: 'left',
      },
    },
    left: { always: 'right' },
    right: { always: 'left' },
  },
});

export const machines = { server, client, walker, parent, faulty };
