import { expect, it } from 'vitest';
import { openStore, putAhead } from '../../../src/progress/index.ts';
import { around, attempt, freshName, shelf } from './helpers.ts';

it('what was put down before the document opened is in it once, also when the page was left meanwhile', async () => {
  const name = freshName();
  const kept = around(shelf());
  expect(putAhead(attempt('q1'), kept, name)).toBe(true);
  // The page is left here; another one opens the document.
  const store = await openStore(kept, name);
  expect(await store.entries()).toMatchObject([{ question: 'q1' }]);
  await store.flush();
  store.close();
  const later = await openStore(kept, name);
  expect(await later.entries()).toHaveLength(1);
  later.close();
});

it('where the browser keeps nothing, the caller is told to add it to the store', () => {
  expect(putAhead(attempt('q1'), around(null), freshName())).toBe(false);
  const full = {
    ...shelf(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(putAhead(attempt('q1'), around(full), freshName())).toBe(false);
});
