import type { Askable } from '../../exam/result/grade.ts';
import type { Shown } from '../../quiz/types/shown.ts';
import { href } from '../../site/href.ts';
import { loadQuestion } from '../quiz/load.ts';
import { preloadKind } from '../shared/use-kind.ts';

/** A question with all that is needed to ask and to score it. */
export interface Loaded extends Askable {
  readonly shown: Shown;
}

export type LoadedQuestions = ReadonlyMap<string, Loaded>;

/** Files asked for at the same time. */
const AT_ONCE = 6;

const isGone = (error: unknown): boolean => error instanceof Error && /answered 404/.test(error.message);

const loadOne = async (id: string): Promise<Loaded | null> => {
  try {
    const question = await loadQuestion(href(`/quiz/${id}.json`));
    const shown = await preloadKind(question.type);
    return shown === null ? null : { question, type: shown.type, shown };
  } catch (error) {
    // A question that the bank has no more is left out. Anything else can be tried again.
    if (isGone(error)) return null;
    throw error;
  }
};

/**
 * Loads all questions of an exam, so that nothing is missing in the middle of it.
 * @param told how many are there already
 */
export const loadQuestions = async (
  ids: readonly string[],
  told: (loaded: number) => void = () => undefined,
): Promise<LoadedQuestions> => {
  const found = new Map<string, Loaded>();
  const open = [...ids];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      const loaded = await loadOne(id);
      if (loaded !== null) found.set(id, loaded);
      done += 1;
      told(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
};
