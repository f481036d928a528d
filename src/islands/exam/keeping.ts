/** The exam that is being taken, in the learner's document. */
import { type Kept, toKept } from '../../exam/attempt/keep.ts';
import type { AttemptState } from '../../exam/attempt/machine.ts';
import { gradeAll, toEntries } from '../../exam/result/grade.ts';
import type { Entry, ExamEntry, Store } from '../../progress/index.ts';
import type { LoadedQuestions } from './load.ts';

const PLACE = 'exam';

/** What is kept of an exam, as it was found; null for none. */
export const keptIn = (entries: readonly Entry[]): unknown => {
  let latest: { at: number; value: unknown } | null = null;
  for (const entry of entries) {
    if (entry.kind === 'draft' && entry.place === PLACE && entry.at >= (latest?.at ?? 0)) latest = entry;
  }
  return latest?.value ?? null;
};

export const idOfKept = (value: unknown): string | null => (value as Partial<Kept> | null)?.attempt?.id ?? null;

export const keep = async (store: Store, state: AttemptState): Promise<void> => {
  await store.add({ kind: 'draft', place: PLACE, value: toKept(state) });
};

export const forgetKept = async (store: Store): Promise<void> => {
  await store.add({ kind: 'draft', place: PLACE, value: null });
};

/** Why what is kept may be lost, as a sentence; null when all is well. */
export const unsavedIn = (store: Store): string | null =>
  store.durability.kind === 'memory' ? store.durability.why : (store.trouble()?.why ?? null);

export interface Concluded {
  readonly exam: ExamEntry;
  /** Why the result is not stored yet, as a sentence; null when it is. */
  readonly unsaved: string | null;
}

/**
 * Writes a finished exam with its answers, all or nothing, and then forgets the draft. What the database refuses stays
 * in the draft, and is written on the next visit.
 */
export const conclude = async (store: Store, state: AttemptState, questions: LoadedQuestions): Promise<Concluded> => {
  await keep(store, state);
  const entries = toEntries(state.context, gradeAll(state.context, questions));
  const exam = entries[0] as ExamEntry;
  try {
    await store.take(entries, []);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { exam, unsaved: `The result is not stored yet (${why}). It is stored when you open this page again.` };
  }
  await forgetKept(store);
  return { exam, unsaved: unsavedIn(store) };
};
