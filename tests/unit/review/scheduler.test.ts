import { readFileSync } from 'node:fs';
import { createEmptyCard, default_w, fsrs } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { type Grade, type Memory, scheduler } from '../../../src/review/scheduler.ts';

interface Golden {
  readonly parameters: readonly number[];
  readonly sequences: readonly {
    readonly retention: number;
    readonly recall: number;
    readonly recalls: readonly (Memory & { elapsed: number; grade: Grade; interval: number })[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/fsrs-golden.fixture.json', import.meta.url), 'utf8'),
) as Golden;

describe('the scheduler', () => {
  it('computes what the Python package of Anki’s FSRS computed, for every recall of every recorded sequence', () => {
    expect(golden.parameters).toEqual([...default_w]);
    for (const { retention, recalls, recall } of golden.sequences) {
      const by = scheduler(retention);
      let memory: Memory | null = null;
      for (const { elapsed, grade, stability, difficulty, interval } of recalls) {
        memory = by.after(memory, elapsed, grade);
        // The library rounds to eight decimals at each step.
        expect(memory.stability / stability).toBeCloseTo(1, 6);
        expect(memory.difficulty).toBeCloseTo(difficulty, 4);
        expect(by.interval(memory)).toBe(interval);
      }
      expect(by.recall(memory!, 10)).toBeCloseTo(recall, 4);
    }
  });

  it('has the memory that ts-fsrs itself has, for the same sequences', () => {
    for (const { retention, recalls } of golden.sequences) {
      const by = scheduler(retention);
      const library = fsrs({
        request_retention: retention,
        enable_fuzz: false,
        learning_steps: [],
        relearning_steps: [],
      });
      let card = createEmptyCard(new Date(0));
      let memory: Memory | null = null;
      let day = 0;
      for (const { elapsed, grade } of recalls) {
        day += elapsed;
        card = library.next(card, new Date(day * 86_400_000), grade).card;
        memory = by.after(memory, elapsed, grade);
        expect(memory).toEqual({ stability: card.stability, difficulty: card.difficulty });
      }
    }
  });

  it('asks sooner where more recalls are wished to succeed', () => {
    const memory = { stability: 10, difficulty: 5 };
    const days = [0.8, 0.85, 0.9, 0.95].map((retention) => scheduler(retention).interval(memory));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(scheduler(0.9).interval(memory)).toBe(10);
  });
});
