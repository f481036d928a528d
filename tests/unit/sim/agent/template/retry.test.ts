import { expect, it } from 'vitest';
import { retryOf, retryWait } from '../../../../../src/sim/agent/template/retry.ts';

const waits = (retry = retryOf(0, 0, 0)): number[] => {
  const found: number[] = [];
  for (let n = 0; n < 50; n++) {
    const wait = retryWait(retry, n);
    if (wait === null) break;
    found.push(wait);
  }
  return found;
};

it('retries twelve times over 303.75 s', () => {
  expect(waits()).toEqual([250, 500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000, 60000]);
  expect(waits().reduce((a, b) => a + b)).toBe(303_750);
});

it('takes base and cap from the auto-auth backoff and the number from vault.retry', () => {
  expect(waits(retryOf(4, 1000, 3000))).toEqual([1000, 2000, 3000, 3000]);
  expect(waits(retryOf(-1, 0, 0))).toEqual([]);
});
