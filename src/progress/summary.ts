/** What the entries say, computed: nothing of it is stored. */
import type { Attempt, Entry } from './entry.ts';

/** The answers and graded labs that count: those taken back do not. */
export const standing = (entries: readonly Entry[]): readonly Entry[] => {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.of] : [])));
  return undone.size === 0 ? entries : entries.filter(({ id }) => !undone.has(id));
};

/** The latest answer to each question that counts, by the question's id. */
export const latestAttempts = (entries: readonly Entry[]): ReadonlyMap<string, Attempt> => {
  const latest = new Map<string, Attempt>();
  for (const entry of standing(entries)) {
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

export type Confidence = NonNullable<Attempt['confidence']>;
export const CONFIDENCES: readonly Confidence[] = ['sure', 'unsure', 'guess'];

/** How often answers given with each confidence were right. */
export const calibration = (
  entries: readonly Entry[],
): readonly { confidence: Confidence; answered: number; right: number }[] =>
  CONFIDENCES.map((confidence) => {
    const given = standing(entries).filter((entry) => entry.kind === 'attempt' && entry.confidence === confidence);
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
