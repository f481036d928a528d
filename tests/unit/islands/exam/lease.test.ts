import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLease } from '../../../../src/islands/exam/lease.ts';

let names = 0;
/** Two tabs of one browser, and which of them lost the exam. */
const tabs = () => {
  const name = `exam ${++names}`;
  const lost: string[] = [];
  return {
    lost,
    first: openLease(name, () => lost.push('first')),
    second: openLease(name, () => lost.push('second')),
  };
};

afterEach(() => vi.unstubAllGlobals());

for (const way of ['by the browser’s locks', 'by asking the other tabs']) {
  describe(`one of two tabs, ${way}`, () => {
    const prepare = () => {
      if (way !== 'by the browser’s locks') vi.stubGlobal('navigator', { locks: undefined });
      return tabs();
    };

    it('takes the exam, and the other cannot', async () => {
      const { first, second, lost } = prepare();
      expect(await first.take(false)).toBe(true);
      expect(await second.take(false)).toBe(false);
      expect(lost).toEqual([]);
    });

    it('can take it over, and the first is told', async () => {
      const { first, second, lost } = prepare();
      await first.take(false);
      expect(await second.take(true)).toBe(true);
      await vi.waitFor(() => expect(lost).toEqual(['first']));
      expect(await first.take(false)).toBe(false);
    });

    it('leaves it to the other when it is done', async () => {
      const { first, second } = prepare();
      await first.take(false);
      first.release();
      expect(await second.take(false)).toBe(true);
    });
  });
}
