import type { Times } from './expectation.ts';

const often = (n: number): string => (n === 0 ? 'never' : n === 1 ? 'once' : `${n} times`);

/** What is expected of a count, in words: `at least once`. */
export const expectedTimes = ({ times, atLeast, atMost, absent }: Times): string => {
  if (absent === true) return 'never';
  if (times !== undefined) return often(times);
  const parts = [
    atLeast === undefined && atMost !== undefined ? '' : `at least ${often(atLeast ?? 1)}`,
    atMost === undefined ? '' : `at most ${often(atMost)}`,
  ];
  return parts.filter((part) => part !== '').join(' and ');
};

/** Whether a count is as expected. */
export const countFits = (count: number, { times, atLeast, atMost, absent }: Times): boolean => {
  if (absent === true) return count === 0;
  if (times !== undefined) return count === times;
  return count >= (atLeast ?? (atMost === undefined ? 1 : 0)) && count <= (atMost ?? Number.POSITIVE_INFINITY);
};

/** `seen twice`-like words for a count. */
export const seenTimes = often;
