/** Lists and maps of consul-template (template/funcs.go). */
import { GoError } from '../../exec/errors.ts';
import type { Meter } from '../../exec/meter.ts';
import { sprintf } from '../../fmt/printf.ts';
import { quote } from '../../strconv/quote.ts';
import { ANY, channelOf, functionType, INT64, isSigned, isUnsigned, OBJECT } from '../../values/type.ts';
import {
  type Entries,
  entriesOf,
  itemsOf,
  object,
  textOf,
  toInterface,
  type Value,
  value,
} from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';
import { mergeMaps } from '../merge.ts';
import { PAIRS } from './foreign-types.ts';
import { toInteger } from './parse.ts';
import { wrapping } from './wrap.ts';

/** Go asks the type of a nil here, and panics. */
const zeroValue = (): never => {
  throw new GoError('reflect: call of reflect.Value.Type on zero Value');
};

const sameItem = (item: Value | null, wanted: Value | null): boolean => {
  if (!item) return false;
  if (!wanted) return item.type.kind === 'string' ? zeroValue() : false;
  if (isSigned(item.type.kind)) return isSigned(wanted.type.kind) && item.data === wanted.data;
  if (item.type.kind === 'float64') return wanted.type.kind === 'float64' && item.data === wanted.data;
  return item.type.kind === 'string' && item.type === wanted.type && item.data === wanted.data;
};

const contains = (meter: Meter, whole: Value | null, wanted: Value | null): boolean => {
  if (whole?.type.kind === 'slice') {
    meter.charge(itemsOf(whole).length);
    return itemsOf(whole).some((item) => sameItem(item, wanted));
  }
  if (whole?.type.kind === 'string' && !wanted) return zeroValue();
  return whole?.type.kind === 'string' && wanted?.type === whole.type && textOf(whole).includes(textOf(wanted));
};

/** @param whenAll the answer if no item decides; @param decides the containment that decides at once */
const containsSome = (whenAll: boolean, invert: boolean) =>
  define('[]any any', 'bool', (call, items, whole) =>
    items.some((item) => contains(call.meter, whole, item) !== invert) ? !whenAll : whenAll,
  );

const CHANNEL = channelOf(INT64);
const MERGE_OPTION = functionType('func(*mergo.Config)');

const bound = (v: Value | null): bigint => {
  if (v && (isSigned(v.type.kind) || isUnsigned(v.type.kind))) return BigInt.asIntN(64, v.data as bigint);
  if (v?.type.kind === 'string') return toInteger(textOf(v));
  throw new GoError(`loop: bad argument type: ${v?.type.name ?? '<nil>'}`);
};

const put = (meter: Meter, into: Entries, key: string, item: Value | null, path: string): void => {
  const parts = key.split('/');
  let at = into;
  let whole = path;
  for (const [i, top] of parts.slice(0, -1).entries()) {
    meter.charge(1);
    const there = at.get(top);
    if (there && there.value?.type !== OBJECT) {
      const shown = sprintf(meter, '%q', [there.value]);
      throw new GoError(`not a map: ${quote(whole)}: ${quote(top)} already has value ${shown}`);
    }
    const next: Value = there?.value ?? object([]);
    if (!there) at.set(top, { key: value(OBJECT.key!, top), value: next });
    at = next.data as Entries;
    whole = parts.slice(i).join('/');
  }
  const last = parts.at(-1)!;
  if (last !== '') at.set(last, { key: value(OBJECT.key!, last), value: item });
};

export const collectionFunctions: Functions = {
  in: define('any any', 'bool', (call, whole, wanted) => contains(call.meter, whole, wanted)),
  contains: define('any any', 'bool', (call, wanted, whole) => contains(call.meter, whole, wanted)),
  containsAll: containsSome(true, true),
  containsAny: containsSome(false, false),
  containsNone: containsSome(true, false),
  containsNotAll: containsSome(false, true),
  loop: defineRaw(
    [ANY],
    CHANNEL,
    (_, ...bounds) => {
      if (bounds.length !== 1 && bounds.length !== 2) {
        throw new GoError(`loop: wrong number of arguments, expected 1 or 2, but got ${bounds.length}`);
      }
      const ends = bounds.map((v) => bound(toInterface(v)));
      return value(CHANNEL, { next: ends.length === 2 ? ends[0]! : 0n, stop: ends.at(-1)! });
    },
    true,
  ),
  explode: defineRaw([PAIRS], OBJECT, () => object([])),
  explodeMap: define('map[string]any', 'map[string]any', (call, map) => {
    const out: Entries = new Map();
    const names = [...entriesOf(map).keys()].sort();
    wrapping('explodeMap', () => {
      for (const name of names) put(call.meter, out, name, entriesOf(map).get(name)!.value, name);
    });
    return value(OBJECT, out);
  }),
  // Go's signature ends in options no template can pass.
  mergeMap: defineRaw(
    [OBJECT, OBJECT, MERGE_OPTION],
    OBJECT,
    (call, into, from) => mergeMaps(call.meter, into!, from!, false),
    true,
  ),
  mergeMapWithOverride: define('map[string]any map[string]any', 'map[string]any', (call, into, from) =>
    mergeMaps(call.meter, into, from, true),
  ),
};
