import type { Given, Need, Run } from './program.ts';

/** How far a command has come. */
export type Progress<T> = { readonly needs: Need } | { readonly done: T };

/**
 * Run a command from its start, feeding it the answers so far.
 * @param start makes the generator anew
 * @returns what it needs next, or its result
 */
export const replay = <T>(start: () => Run<T>, given: readonly Given[]): Progress<T> => {
  const running = start();
  let step = running.next();
  for (const answer of given) {
    if (step.done) break;
    step = running.next(answer);
  }
  return step.done ? { done: step.value } : { needs: step.value };
};
