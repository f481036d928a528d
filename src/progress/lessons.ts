import type { Entry } from './entry.ts';

/** Steps of a lesson that the learner set by hand; the later one holds. */
export const LESSON_DONE = 'done';
export const LESSON_OPEN = 'open';

/** The lessons that the learner marked as done. */
export const lessonsDone = (entries: readonly Entry[]): ReadonlySet<string> => {
  const latest = new Map<string, { at: number; step: string }>();
  for (const entry of entries) {
    if (entry.kind !== 'lesson' || (entry.step !== LESSON_DONE && entry.step !== LESSON_OPEN)) continue;
    const known = latest.get(entry.lesson);
    if (known === undefined || entry.at >= known.at) latest.set(entry.lesson, entry);
  }
  return new Set([...latest].filter(([, { step }]) => step === LESSON_DONE).map(([lesson]) => lesson));
};
