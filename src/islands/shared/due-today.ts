import { type Due, due } from '../../review/due.ts';
import { knownProgress } from './progress.ts';

/**
 * What is due today, for pages that only mention it: load this module when it is needed. Looking creates nothing.
 * @returns null for a reader without a document
 */
export const dueToday = async (): Promise<Due | null> => {
  const store = await knownProgress();
  return store === null ? null : due(await store.entries(), Date.now());
};
