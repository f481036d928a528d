/**
 * FSRS, as `ts-fsrs` computes it, in whole days and without steps within a day: an answer given again minutes after
 * its feedback says nothing about memory. Intervals are the model's own; the library's scheduler for Anki's four
 * buttons spreads them further so that no two buttons show the same day, which has no use here.
 */
import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';

/** What FSRS knows of a memory. */
export interface Memory {
  /** Days until recall is expected to have dropped to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

/** How a recall went: again (not recalled), hard, good, easy. */
export type Grade = 1 | 2 | 3 | 4;
export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;

/** Days; a question that is known for a year and more is not worth planning ahead. */
const LONGEST = 365;

export interface Scheduler {
  /**
   * The memory after a recall.
   * @param memory before; null at the first time
   * @param elapsed days since the last recall
   */
  after(memory: Memory | null, elapsed: number, grade: Grade): Memory;
  /** Days until the next recall, at least one. */
  interval(memory: Memory): number;
  /** The expected share of recalls that succeed, after so many days. */
  recall(memory: Memory, elapsed: number): number;
}

/** @param retention the share of recalls wished to succeed, 0.7 to 0.97 */
export const scheduler = (retention: number): Scheduler => {
  const model = new FSRSAlgorithm(
    generatorParameters({ w: default_w, request_retention: retention, maximum_interval: LONGEST, enable_fuzz: false }),
  );
  return {
    after: (memory, elapsed, grade) => {
      const { stability, difficulty } = model.next_state(memory, elapsed, grade);
      return { stability, difficulty };
    },
    interval: ({ stability }) => model.next_interval(stability, 0),
    recall: ({ stability }, elapsed) => model.forgetting_curve(Math.max(0, elapsed), stability),
  };
};
