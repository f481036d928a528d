import { expect, test } from 'vitest';
import { JqError, parseFilter } from '../../../../src/sim/cli/tools/jq/parse.ts';
import { runFilter } from '../../../../src/sim/cli/tools/jq/run.ts';

const DATA = {
  a: [
    { n: 1, s: 'x' },
    { n: 2, s: 'y' },
  ],
  o: { 'k-1': 'dg==', b: null },
  t: true,
};
const run = (filter: string) => runFilter(parseFilter(filter), DATA);

test.each([
  ['.a[0].s', ['x']],
  ['.a[-1].n', [2]],
  ['.a[].n', [1, 2]],
  ['.a[1:] | length', [1]],
  ['.o["k-1"]', ['dg==']],
  ['.o."k-1" | @base64d', ['v']],
  ['.o | keys', [['b', 'k-1']]],
  ['.none.deep', [null]],
  ['.t.x?', []],
  ['.a[] | select(.n > 1) | .s', ['y']],
  ['[.a[] | .n] | add', [3]],
  ['.a | map(.s) | join(",")', ['x,y']],
  ['{t, first: .a[0].n}', [{ t: true, first: 1 }]],
  ['.o.b // "none"', ['none']],
  ['.a[0].n, .t', [1, true]],
  ['(.a | length) == 2 and .t', [true]],
  ['[..|.n?] | length', [5]],
])('%s', (filter, wanted) => {
  expect(run(filter)).toEqual(wanted);
});

test.each(['.a[', '.[', 'nope(', '{a:', '.a | | .b', '\u0000'])('%j is refused as a filter', (filter) => {
  expect(() => run(filter)).toThrow(JqError);
});

test('what does not fit is an error in jq’s words', () => {
  expect(() => run('.t.x')).toThrow('Cannot index boolean with "x"');
  expect(() => run('.t[]')).toThrow('Cannot iterate over boolean (true)');
});
