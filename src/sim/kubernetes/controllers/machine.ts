import { enqueueActions, setup } from 'xstate';
import type { SigningKey } from '../../jwt/index.ts';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../../kernel/index.ts';
import { collection } from '../client/client.ts';
import { newInformer, startInformer } from '../client/informer.ts';
import { COLLECTIONS } from './index.ts';
import type { LoopReport } from './loop-machine.ts';
import { type Queue, type Turn, Worker } from './work-queue.ts';

/** How the API server starts its controllers. */
export interface ControllerManagerInput {
  readonly token: string;
  readonly authority: string;
  readonly signingKey: SigningKey;
}

type Event = KernelEvent | LoopReport | { readonly type: 'relist'; readonly informer: string };

interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: { queue: Queue }): void;
  raise(event: { readonly type: string }, options: { readonly delay: number; readonly id: string }): void;
}

const carryOut = ({ queue, effects: out, relist }: Turn, enqueue: Enqueue): void => {
  for (const effect of out) enqueue(effect);
  for (const { informer, delay } of relist) {
    enqueue.raise({ type: 'relist', informer } as { type: string }, { id: `list ${informer}`, delay });
  }
  enqueue.assign({ queue });
};

const isReport = (event: { readonly type: string }): event is LoopReport => event.type.startsWith('loop.');

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
      if (isReport(event)) worker.hear(event);
      else if (event.type === 'relist') {
        const informer = context.queue.informers[event.informer];
        if (informer) for (const effect of startInformer(informer, context.queue.token).effects) enqueue(effect);
      } else worker.take(event);
      worker.run();
      carryOut(worker.turn, enqueue as unknown as Enqueue);
    }),
  },
}).createMachine({
  id: 'controller-manager',
  context: ({ input }) => ({
    queue: {
      self: input.self,
      token: input.token,
      authority: input.authority,
      signingKey: input.signingKey,
      informers: Object.fromEntries(
        COLLECTIONS.map(([name, group, query]) => [name, newInformer(name, collection(group, name), query)]),
      ),
      pending: [],
      loops: {},
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
