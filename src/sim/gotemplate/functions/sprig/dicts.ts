/** Sprig's dictionaries, defaults and reflection (dict.go, defaults.go, reflect.go). */

import { decodeJson } from '../../encoding/json-decode.ts';
import { COMPACT, encodeJson, type JsonStyle, PRETTY } from '../../encoding/json-encode.ts';
import { GoError } from '../../exec/errors.ts';
import type { Meter } from '../../exec/meter.ts';
import { OBJECT, STRING } from '../../values/type.ts';
import { type Entries, entriesOf, itemsOf, object, str, textOf, type Value, value } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';
import { mergeMaps } from '../merge.ts';
import { kindName, textFor } from './cast.ts';
import { deepEqual } from './equal.ts';
import { isEmpty } from './lists.ts';

const key = (name: string): Value => value(STRING, name);

const writable = (map: Value): Entries => {
  if (map.data === null) throw new GoError('assignment to entry in nil map');
  return map.data as Entries;
};

const merged = (override: boolean) =>
  define('map[string]any ...map[string]any', 'any', (call, into, ...from) =>
    from.reduce((target, source) => mergeMaps(call.meter, target, source, override), into),
  );

/** Copies maps and lists all the way down. */
const copied = (meter: Meter, v: Value | null, depth = 0): Value | null => {
  meter.charge(depth > 200 ? Number.POSITIVE_INFINITY : 1);
  if (v === null || v.data === null) return v;
  if (v.type.kind === 'slice')
    return value(
      v.type,
      itemsOf(v).map((item) => copied(meter, item, depth + 1)),
    );
  if (v.type.kind !== 'map') return v;
  const entries: Entries = new Map();
  for (const [id, entry] of entriesOf(v))
    entries.set(id, { key: entry.key, value: copied(meter, entry.value, depth + 1) });
  return value(v.type, entries);
};

const copyOf = (meter: Meter, v: Value | null): Value | null => {
  if (v === null) throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  return copied(meter, v);
};

const dig = (path: readonly (Value | null)[]): Value | null => {
  if (path.length < 3) throw new GoError('dig needs at least three arguments');
  const conversion = (v: Value | null, wanted: string) =>
    new GoError(`interface conversion: interface {} is ${v?.type.name ?? 'nil'}, not ${wanted}`);
  let at: Value | null = path.at(-1) ?? null;
  if (at?.type !== OBJECT) throw conversion(at, 'map[string]interface {}');
  const words = path.slice(0, -2).map((word) => {
    if (word?.type !== STRING) throw conversion(word ?? null, 'string');
    return textOf(word);
  });
  for (const word of words) {
    if (at?.type !== OBJECT) throw conversion(at, 'map[string]interface {}');
    const entry = entriesOf(at).get(word);
    if (!entry) return path.at(-2)!;
    at = entry.value;
  }
  return at;
};

const json = (style: JsonStyle, must: boolean) =>
  define('any', 'string', (call, v) => {
    try {
      return encodeJson(call.meter, v, style);
    } catch (error) {
      if (must || !(error instanceof GoError)) throw error;
      return '';
    }
  });

const RAW = { ...COMPACT, escapeHtml: false };
const typeName = (v: Value | null): string => v?.type.name ?? '<nil>';

export const sprigDicts: Functions = {
  dict: define('...any', 'map[string]any', (call, ...all) => {
    const pairs: [string, Value | null][] = [];
    for (let i = 0; i < all.length; i += 2)
      pairs.push([textFor(call.meter, all[i]!), i + 1 < all.length ? all[i + 1]! : str('')]);
    return object(pairs);
  }),
  get: define('map[string]any string', 'any', (_, map, name) => {
    const entry = entriesOf(map).get(name);
    return entry ? entry.value : str('');
  }),
  set: define('map[string]any string any', 'map[string]any', (_, map, name, item) => {
    writable(map).set(name, { key: key(name), value: item });
    return map;
  }),
  unset: define('map[string]any string', 'map[string]any', (_, map, name) => {
    if (map.data !== null) writable(map).delete(name);
    return map;
  }),
  hasKey: define('map[string]any string', 'bool', (_, map, name) => entriesOf(map).has(name)),
  pluck: define('string ...map[string]any', '[]any', (_, name, ...maps) =>
    maps.filter((map) => entriesOf(map).has(name)).map((map) => entriesOf(map).get(name)!.value),
  ),
  // Go gives keys and values in no order; here it is the order of insertion.
  keys: define('...map[string]any', '[]string', (_, ...maps) => maps.flatMap((map) => [...entriesOf(map).keys()])),
  values: define('map[string]any', '[]any', (_, map) => [...entriesOf(map).values()].map((entry) => entry.value)),
  pick: define('map[string]any ...string', 'map[string]any', (_, map, ...names) =>
    object(
      names.filter((name) => entriesOf(map).has(name)).map((name) => [name, entriesOf(map).get(name)!.value] as const),
    ),
  ),
  omit: define('map[string]any ...string', 'map[string]any', (_, map, ...names) =>
    object(
      [...entriesOf(map)]
        .filter(([name]) => !names.includes(name))
        .map(([name, entry]) => [name, entry.value] as const),
    ),
  ),
  merge: merged(false),
  mustMerge: merged(false),
  mergeOverwrite: merged(true),
  mustMergeOverwrite: merged(true),
  deepCopy: define('any', 'any', (call, v) => copyOf(call.meter, v)),
  mustDeepCopy: define('any', 'any', (call, v) => copyOf(call.meter, v)),
  dig: define('...any', 'any', (_, ...path) => dig(path)),
  default: define('any ...any', 'any', (_, otherwise, ...given) =>
    given.length === 0 || isEmpty(given[0]!) ? otherwise : given[0]!,
  ),
  empty: define('any', 'bool', (_, v) => isEmpty(v)),
  coalesce: define('...any', 'any', (_, ...all) => all.find((item) => !isEmpty(item)) ?? null),
  all: define('...any', 'bool', (_, ...all) => all.every((item) => !isEmpty(item))),
  any: define('...any', 'bool', (_, ...all) => all.some((item) => !isEmpty(item))),
  ternary: define('any any bool', 'any', (_, yes, no, test) => (test ? yes : no)),
  fromJson: define('string', 'any', (_, text) => {
    try {
      return decodeJson(text);
    } catch (error) {
      if (error instanceof GoError) return null;
      throw error;
    }
  }),
  mustFromJson: define('string', 'any', (_, text) => decodeJson(text)),
  toJson: json(COMPACT, false),
  mustToJson: json(COMPACT, true),
  toPrettyJson: json(PRETTY, false),
  mustToPrettyJson: json(PRETTY, true),
  toRawJson: json(RAW, true),
  mustToRawJson: json(RAW, true),
  typeOf: define('any', 'string', (_, v) => typeName(v)),
  typeIs: define('string any', 'bool', (_, name, v) => name === typeName(v)),
  typeIsLike: define('string any', 'bool', (_, name, v) => name === typeName(v) || `*${name}` === typeName(v)),
  kindOf: define('any', 'string', (_, v) => kindName(v)),
  kindIs: define('string any', 'bool', (_, name, v) => name === kindName(v)),
  deepEqual: define('any any', 'bool', (call, a, b) => deepEqual(call.meter, a, b)),
};
