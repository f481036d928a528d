/** Merging of maps as dario.cat/mergo does it: in place, nested maps too; `override` decides who wins. */
import type { Meter } from '../exec/meter.ts';
import { isTrue } from '../exec/truth.ts';
import { type Entries, entriesOf, INVALID, type Value, value } from '../values/value.ts';

const isEmpty = (v: Value | null): boolean => v === null || (v.type.kind !== 'struct' && !isTrue(v ?? INVALID));
const isMap = (v: Value | null): v is Value => v?.type.kind === 'map';

const merge = (meter: Meter, into: Entries, from: Entries, override: boolean, depth: number): void => {
  meter.charge(depth > 200 ? Number.POSITIVE_INFINITY : from.size);
  for (const [id, { key, value: item }] of from) {
    const there = into.get(id);
    if (item === null) {
      if (override) into.set(id, { key, value: null });
      continue;
    }
    const mine = there?.value ?? null;
    if (isMap(item) && isMap(mine) && mine.data !== null) {
      merge(meter, mine.data as Entries, entriesOf(item), override, depth + 1);
      continue;
    }
    // A list that holds something stays, unless the other side wins.
    if (!there || isEmpty(mine) || (override && !isEmpty(item))) into.set(id, { key, value: item });
  }
};

/** Changes and returns `into`; a nil map gives a new one. */
export const mergeMaps = (meter: Meter, into: Value, from: Value, override: boolean): Value => {
  const target = into.data === null ? value(into.type, new Map()) : into;
  merge(meter, target.data as Entries, entriesOf(from), override, 0);
  return target;
};
