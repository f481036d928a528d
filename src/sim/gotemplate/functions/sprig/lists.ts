/** Sprig's lists (list.go). The `must` forms fail with an error, the others panic with the same text: no difference here. */
import { GoError } from '../../exec/errors.ts';
import { isTrue } from '../../exec/truth.ts';
import type { Call } from '../../values/function.ts';
import { ANY, INT, LIST, sliceOf } from '../../values/type.ts';
import { itemsOf, toInterface, type Value, value } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';
import { elementsOf, kindName, toInt } from './cast.ts';
import { deepEqual } from './equal.ts';

type Items = (Value | null)[];
const LISTS = sliceOf(LIST);

/** Elements of a list; anything else ends in Sprig's error for the function. */
export const items = (v: Value | null, complaint: string): Items => {
  if (v === null) throw new GoError('runtime error: invalid memory address or nil pointer dereference');
  if (v.type.kind !== 'slice') throw new GoError(`${complaint} ${kindName(v)}`);
  return elementsOf(v);
};

export const isEmpty = (v: Value | null): boolean => v === null || (v.type.kind !== 'struct' && !isTrue(v));

const both = <T>(name: string, made: T): Record<string, T> => ({
  [name]: made,
  [`must${name[0]!.toUpperCase()}${name.slice(1)}`]: made,
});

const contains = (call: Call, list: readonly (Value | null)[], item: Value | null): boolean =>
  list.some((other) => deepEqual(call.meter, item, other));

/** An empty list gives nil rather than an empty list. */
const partOf = (name: string, pick: (list: Items) => Items) =>
  defineRaw([ANY], LIST, (_, given) => {
    const list = items(toInterface(given), `Cannot find ${name} on type`);
    return value(LIST, list.length === 0 ? null : pick(list));
  });

const chunks = (size: number, list: Items): Value => {
  if (size <= 0) throw new GoError('runtime error: makeslice: len out of range');
  const out: Value[] = [];
  for (let at = 0; at < list.length; at += size) out.push(value(LIST, list.slice(at, at + size)));
  return value(LISTS, out);
};

const sliceOfList = (v: Value | null, bounds: readonly (Value | null)[]): Value | null => {
  const all = items(v, 'list should be type of slice or array but');
  if (all.length === 0) return null;
  const start = bounds.length > 0 ? toInt(bounds[0]!) : 0;
  const end = bounds.length > 1 ? toInt(bounds[1]!) : all.length;
  if (start < 0 || end < start || end > all.length) throw new GoError('reflect.Value.Slice: slice index out of bounds');
  return value(v!.type, itemsOf(v!).slice(start, end));
};

export const sprigLists: Functions = {
  list: define('...any', '[]any', (_, ...all) => all),
  tuple: define('...any', '[]any', (_, ...all) => all),
  ...both(
    'append',
    define('any any', '[]any', (_, list, item) => [...items(list, 'Cannot push on type'), item]),
  ),
  ...both(
    'push',
    define('any any', '[]any', (_, list, item) => [...items(list, 'Cannot push on type'), item]),
  ),
  ...both(
    'prepend',
    define('any any', '[]any', (_, list, item) => [item, ...items(list, 'Cannot prepend on type')]),
  ),
  ...both(
    'first',
    define('any', 'any', (_, list) => items(list, 'Cannot find first on type')[0] ?? null),
  ),
  ...both(
    'last',
    define('any', 'any', (_, list) => items(list, 'Cannot find last on type').at(-1) ?? null),
  ),
  ...both(
    'rest',
    partOf('rest', (list) => list.slice(1)),
  ),
  ...both(
    'initial',
    partOf('initial', (list) => list.slice(0, -1)),
  ),
  ...both(
    'reverse',
    define('any', '[]any', (_, list) => items(list, 'Cannot find reverse on type').reverse()),
  ),
  ...both(
    'compact',
    define('any', '[]any', (_, list) => items(list, 'Cannot compact on type').filter((item) => !isEmpty(item))),
  ),
  ...both(
    'uniq',
    define('any', '[]any', (call, list) => {
      const out: Items = [];
      for (const item of items(list, 'Cannot find uniq on type')) if (!contains(call, out, item)) out.push(item);
      return out;
    }),
  ),
  ...both(
    'without',
    define('any ...any', '[]any', (call, list, ...omit) =>
      items(list, 'Cannot find without on type').filter((item) => !contains(call, omit, item)),
    ),
  ),
  ...both(
    'has',
    define(
      'any any',
      'bool',
      (call, item, list) => list !== null && contains(call, items(list, 'Cannot find has on type'), item),
    ),
  ),
  ...both(
    'slice',
    define('any ...any', 'any', (_, list, ...bounds) => sliceOfList(list, bounds)),
  ),
  ...both(
    'chunk',
    defineRaw([INT, ANY], LISTS, (_, size, list) =>
      chunks(Number(size.data as bigint), items(toInterface(list), 'Cannot chunk type')),
    ),
  ),
  concat: define('...any', 'any', (_, ...lists) => {
    const all = lists.flatMap((list) => {
      if (list !== null && list.type.kind !== 'slice')
        throw new GoError(`Cannot concat type ${kindName(list)} as list`);
      return items(list, '');
    });
    return value(LIST, all.length === 0 ? null : all);
  }),
};
