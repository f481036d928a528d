import { describe, expect, it } from 'vitest';
import { readResults, resultsOf, writeResults } from '../../../../src/quiz/lint/results.ts';

/** Ten learners: whoever knows `easy` and `fair` knows `fair`; `odd` is right for those who know little. */
const learners = Array.from({ length: 10 }, (_, i) => ({
  easy: i < 9 ? 1 : 0,
  fair: i < 5 ? 1 : 0,
  other: i < 5 ? 1 : 0,
  more: i < 5 ? 1 : 0,
  odd: i < 5 ? 0 : 1,
}));

describe('results of sessions', () => {
  it('give the share of right answers and whether a question tells who knows more', () => {
    const results = resultsOf(learners);
    expect(results.easy).toMatchObject({ answered: 10, right: 0.9 });
    expect(results.fair!.correlation).toBeGreaterThan(0);
    expect(results.odd!.correlation).toBeLessThan(0);
  });

  it('say nothing of the correlation with few learners', () => {
    expect(resultsOf(learners.slice(0, 9)).fair!.correlation).toBeNull();
  });

  it('are read as they were written, and damaged entries are left out', () => {
    const results = resultsOf(learners);
    const read = readResults(`${writeResults(results)}broken: 3\n`);
    expect(Object.keys(read)).toEqual(Object.keys(results));
    expect(read.fair!.right).toBeCloseTo(results.fair!.right, 3);
  });
});
