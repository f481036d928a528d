import type { Effect } from '../kernel/effects.ts';

/** What an action comes to: changes of the context, and effects in their order. */
export interface Turn<C> {
  readonly set?: Partial<C>;
  readonly out?: readonly Effect[];
}

interface Enqueue<C> {
  (effect: Effect): void;
  assign(change: Partial<C>): void;
}

/**
 * Actions as functions from context and event to what is to be changed and done: easier to read, and to test, than calls
 * of `enqueue`. Use: `const act = actsOf(s.enqueueActions)` after `const s = setup(…)`.
 */
export const actsOf =
  <C, E, A>(enqueueActions: (collect: (args: { context: C; event: E; enqueue: Enqueue<C> }) => void) => A) =>
  (fn: (context: C, event: E) => Turn<C>): A =>
    enqueueActions(({ context, event, enqueue }) => {
      const { set, out = [] } = fn(context, event);
      if (set) enqueue.assign(set);
      for (const effect of out) enqueue(effect);
    });
