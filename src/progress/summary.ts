/** What the entries say, computed: nothing of it is stored. */
import type { Attempt, Entry } from './entry.ts';

/** The latest answer to each question, by its id. */
export const latestAttempts = (entries: readonly Entry[]): ReadonlyMap<string, Attempt> => {
  const latest = new Map<string, Attempt>();
  for (const entry of entries) {
    if (entry.kind !== 'attempt') continue;
    const known = latest.get(entry.question);
    if (known === undefined || entry.at >= known.at) latest.set(entry.question, entry);
  }
  return latest;
};

/** How many of some questions were answered, and how many of them right at last. */
export interface Tally {
  readonly asked: number;
  readonly answered: number;
  readonly right: number;
}

export const tally = (questions: readonly string[], latest: ReadonlyMap<string, Attempt>): Tally => {
  const attempts = questions.flatMap((id) => latest.get(id) ?? []);
  return {
    asked: questions.length,
    answered: attempts.length,
    right: attempts.filter(({ score }) => score === 1).length,
  };
};

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

export type Confidence = NonNullable<Attempt['confidence']>;
export const CONFIDENCES: readonly Confidence[] = ['sure', 'unsure', 'guess'];

/** How often answers given with each confidence were right. */
export const calibration = (
  entries: readonly Entry[],
): readonly { confidence: Confidence; answered: number; right: number }[] =>
  CONFIDENCES.map((confidence) => {
    const given = entries.filter((entry) => entry.kind === 'attempt' && entry.confidence === confidence);
    return {
      confidence,
      answered: given.length,
      right: given.filter((entry) => entry.kind === 'attempt' && entry.score === 1).length,
    };
  });

/** The misconceptions that latest answers show, with the questions that showed them. */
export const misconceptionsMet = (latest: ReadonlyMap<string, Attempt>): ReadonlyMap<string, readonly string[]> => {
  const met = new Map<string, string[]>();
  for (const { question, misconceptions } of latest.values())
    for (const id of misconceptions) met.set(id, [...(met.get(id) ?? []), question]);
  return met;
};
