import { expect, test } from 'vitest';
import { diffOf } from '../../../src/labs/index.ts';

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}\n`).join('');

test('a changed line stands among its neighbors, the rest is left out', () => {
  const [change, ...rest] = diffOf(
    { 'a.yaml': lines(1, 20), same: 'x' },
    { 'a.yaml': `${lines(1, 9)}new\n${lines(11, 20)}`, same: 'x' },
  );
  expect(rest).toEqual([]);
  expect(change?.lines.map(({ kind, text }) => `${kind[0]} ${text}`)).toEqual([
    's …',
    's line 7',
    's line 8',
    's line 9',
    'r line 10',
    'a new',
    's line 11',
    's line 12',
    's line 13',
    's …',
  ]);
});

test('files that came and went are named as such', () => {
  expect(diffOf({ old: 'a\n' }, { now: 'b\n' }).map(({ file, kind }) => `${kind} ${file}`)).toEqual([
    'added now',
    'removed old',
  ]);
});
