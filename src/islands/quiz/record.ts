import type { Attempt } from '../../progress/index.ts';
import { remember } from '../shared/progress.ts';
import type { Answered } from './answering.ts';

/** Whether an answer will be there tomorrow, as a sentence; null when all is well. */
export type Kept = string | null;

/** Remembers an answer. Never fails: what could not be kept is said. */
export const record = async (question: string, answer: Answered, via: Attempt['via']): Promise<Kept> => {
  try {
    const store = await remember({
      kind: 'attempt',
      question,
      answer: answer.response,
      score: answer.score.value,
      confidence: answer.confidence,
      misconceptions: [...answer.misconceptions],
      via,
    });
    return store.durability.kind === 'memory' ? store.durability.why : (store.trouble()?.why ?? null);
  } catch (error) {
    return `This answer could not be saved (${error instanceof Error ? error.message : String(error)}).`;
  }
};
