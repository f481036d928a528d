import { enqueueActions, setup } from 'xstate';
import type { SigningKey } from '../../jwt/index.ts';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../../kernel/index.ts';
import { collection } from '../client/client.ts';
import { newInformer, startInformer } from '../client/informer.ts';
import { COLLECTIONS } from './index.ts';
import { type Queue, type Turn, Worker } from './work-queue.ts';

export interface ControllerManagerInput {
  readonly token: string;
  readonly authority: string;
  readonly signingKey: SigningKey;
}

type Event = KernelEvent | { readonly type: 'due'; readonly what: string };

interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: { queue: Queue }): void;
  raise(event: { readonly type: string }, options: { readonly delay: number; readonly id: string }): void;
}

const carryOut = ({ queue, effects: out, timers }: Turn, enqueue: Enqueue): void => {
  for (const effect of out) enqueue(effect);
  for (const { id, delay } of timers) enqueue.raise({ type: 'due', what: id } as { type: string }, { id, delay });
  enqueue.assign({ queue });
};

/**
 * The controller manager: one process, many control loops over shared copies of the collections. Each loop compares
 * what is wanted of an object with what there is, and writes the difference.
 */
export const controllerManagerMachine = setup({
  types: {
    context: {} as { queue: Queue },
    events: {} as Stamped<Event>,
    input: {} as Spawned<ControllerManagerInput>,
  },
  guards: { synchronised: ({ context }) => Object.values(context.queue.informers).every((i) => i.revision !== '') },
  actions: {
    ...effects,
    start: enqueueActions(({ context, enqueue }) => {
      for (const informer of Object.values(context.queue.informers))
        for (const effect of startInformer(informer, context.queue.token).effects) enqueue(effect);
    }),
    take: enqueueActions(({ context, event, enqueue }) => {
      const worker = new Worker(context.queue, event.wall);
      if (event.type === 'due') {
        const [what = '', ...rest] = event.what.split(' ');
        const informer = context.queue.informers[rest.join(' ')];
        if (what === 'list' && informer)
          for (const effect of startInformer(informer, context.queue.token).effects) enqueue(effect);
        else if (what === 'wake') worker.wake(rest.join(' '));
      } else worker.take(event);
      worker.run();
      carryOut(worker.turn, enqueue as unknown as Enqueue);
    }),
  },
}).createMachine({
  id: 'controller-manager',
  context: ({ input }) => ({
    queue: {
      token: input.token,
      authority: input.authority,
      signingKey: input.signingKey,
      informers: Object.fromEntries(
        COLLECTIONS.map(([name, group, query]) => [name, newInformer(name, collection(group, name), query)]),
      ),
      pending: [],
      busy: {},
      inFlight: {},
      failures: {},
      told: {},
      next: 0,
    },
  }),
  entry: 'start',
  initial: 'synchronising',
  on: { '*': { actions: 'take' } },
  states: {
    synchronising: { always: { guard: 'synchronised', target: 'reconciling' } },
    reconciling: {},
  },
});
