import { base64, fromBase64, fromUtf8, utf8 } from '../../../jwt/index.ts';
import { byText } from '../../../text/order.ts';
import { type Filter, JqError } from './parse.ts';

type Json = Record<string, unknown>;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;

const isObject = (value: unknown): value is Json => typeOf(value) === 'object';

const shown = (value: unknown): string => `${typeOf(value)} (${JSON.stringify(value)})`;

const field = (value: unknown, name: string, optional: boolean): unknown[] => {
  if (value === null) return [null];
  if (isObject(value)) return [Object.hasOwn(value, name) ? value[name] : null];
  if (optional) return [];
  throw new JqError(`Cannot index ${typeOf(value)} with ${JSON.stringify(name)}`);
};

const index = (value: unknown, at: unknown, optional: boolean): unknown[] => {
  if (typeof at === 'string') return field(value, at, optional);
  if (value === null) return [null];
  if (Array.isArray(value) && typeof at === 'number') return [value.at(Math.floor(at)) ?? null];
  if (optional) return [];
  throw new JqError(`Cannot index ${typeOf(value)} with ${typeOf(at)}`);
};

const each = (value: unknown, optional: boolean): unknown[] => {
  if (Array.isArray(value)) return value;
  if (isObject(value)) return Object.values(value);
  if (optional) return [];
  throw new JqError(`Cannot iterate over ${value === null ? 'null' : shown(value)}`);
};

const truthy = (value: unknown): boolean => value !== null && value !== false;

const keysOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.map((_, i) => i);
  if (isObject(value)) return Object.keys(value).sort(byText);
  throw new JqError(`${shown(value)} has no keys`);
};

const lengthOf = (value: unknown): number => {
  if (value === null) return 0;
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw new JqError(`${shown(value)} has no length`);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const decoded = (value: unknown): string => {
  const result = fromBase64(text(value).replace(/=+$/, '').replace(/\s/g, ''));
  const padded = 'bytes' in result ? result : fromBase64(text(value));
  if ('bytes' in padded) return fromUtf8(padded.bytes);
  throw new JqError(`${shown(value)} is not valid base64 data`);
};

const compare = (a: unknown, b: unknown): number => {
  const order = ['null', 'boolean', 'number', 'string', 'array', 'object'];
  const byType = order.indexOf(typeOf(a)) - order.indexOf(typeOf(b));
  if (byType !== 0) return byType;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byText(JSON.stringify(a), JSON.stringify(b));
};

const added = (a: unknown, b: unknown): unknown => {
  if (a === null) return b;
  if (b === null) return a;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  if (isObject(a) && isObject(b)) return { ...a, ...b };
  throw new JqError(`${shown(a)} and ${shown(b)} cannot be added`);
};

const OPERATORS: Readonly<Record<string, (a: unknown, b: unknown) => unknown>> = {
  '==': (a, b) => compare(a, b) === 0,
  '!=': (a, b) => compare(a, b) !== 0,
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
  and: (a, b) => truthy(a) && truthy(b),
  or: (a, b) => truthy(a) || truthy(b),
  '+': added,
  '-': (a, b) => Number(a) - Number(b),
  '*': (a, b) => Number(a) * Number(b),
  '/': (a, b) => Number(a) / Number(b),
};

type Functions = Readonly<Record<string, (value: unknown, args: readonly Filter[]) => unknown[]>>;

const entriesOf = (value: unknown): unknown[] =>
  isObject(value) ? Object.entries(value).map(([key, item]) => ({ key, value: item })) : each(value, false);

const descend = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(descend)] : [value];

const of = (args: readonly Filter[]): Filter => args[0] ?? { is: 'identity' };

const FUNCTIONS: Functions = {
  keys: (value) => [keysOf(value)],
  length: (value) => [lengthOf(value)],
  type: (value) => [typeOf(value)],
  not: (value) => [!truthy(value)],
  empty: () => [],
  select: (value, args) => runFilter(of(args), value).flatMap((kept) => (truthy(kept) ? [value] : [])),
  map: (value, args) => [each(value, false).flatMap((item) => runFilter(of(args), item))],
  has: (value, args) =>
    runFilter(of(args), value).map((key) => (isObject(value) ? Object.hasOwn(value, String(key)) : false)),
  to_entries: (value) => [entriesOf(value)],
  first: (value) => [each(value, false)[0] ?? null],
  last: (value) => [each(value, false).at(-1) ?? null],
  sort: (value) => [[...each(value, false)].sort(compare)],
  unique: (value) => [
    [...each(value, false)].sort(compare).filter((x, i, all) => i === 0 || compare(x, all[i - 1]) !== 0),
  ],
  add: (value) => [each(value, false).reduce<unknown>(added, null)],
  join: (value, args) => runFilter(of(args), value).map((by) => each(value, false).map(text).join(String(by))),
  split: (value, args) => runFilter(of(args), value).map((by) => text(value).split(String(by))),
  contains: (value, args) => runFilter(of(args), value).map((part) => text(value).includes(text(part))),
  startswith: (value, args) => runFilter(of(args), value).map((part) => text(value).startsWith(text(part))),
  endswith: (value, args) => runFilter(of(args), value).map((part) => text(value).endsWith(text(part))),
  test: (value, args) => runFilter(of(args), value).map((pattern) => new RegExp(String(pattern)).test(text(value))),
  tostring: (value) => [text(value)],
  tonumber: (value) => [Number(value)],
  fromjson: (value) => [JSON.parse(text(value)) as unknown],
  tojson: (value) => [JSON.stringify(value)],
  recurse: (value) => descend(value),
  '@base64d': (value) => [decoded(value)],
  '@base64': (value) => [base64(utf8(text(value)))],
  '@json': (value) => [JSON.stringify(value)],
  '@text': (value) => [text(value)],
};

const binary = (filter: Extract<Filter, { is: 'binary' }>, value: unknown): unknown[] => {
  const { operator, left, right } = filter;
  if (operator === '|') return runFilter(left, value).flatMap((item) => runFilter(right, item));
  if (operator === ',') return [...runFilter(left, value), ...runFilter(right, value)];
  if (operator === '//') {
    const good = runFilter(left, value).filter(truthy);
    return good.length > 0 ? good : runFilter(right, value);
  }
  const act = OPERATORS[operator];
  if (!act) throw new JqError(`syntax error, unexpected ${operator}`);
  return runFilter(right, value).flatMap((b) => runFilter(left, value).map((a) => act(a, b)));
};

const objects = (entries: readonly (readonly [Filter, Filter])[], value: unknown): Json[] =>
  entries.reduce<Json[]>(
    (made, [key, item]) =>
      made.flatMap((object) =>
        runFilter(key, value).flatMap((name) =>
          runFilter(item, value).map((one) => ({ ...object, [String(name)]: one })),
        ),
      ),
    [{}],
  );

/** Everything a filter gives for one value. @throws JqError in jq's words */
export const runFilter = (filter: Filter, value: unknown): unknown[] => {
  switch (filter.is) {
    case 'identity':
      return [value];
    case 'literal':
      return [filter.value];
    case 'field':
      return runFilter(filter.of, value).flatMap((item) => field(item, filter.name, filter.optional));
    case 'index':
      return runFilter(filter.of, value).flatMap((item) =>
        runFilter(filter.at, value).flatMap((at) => index(item, at, filter.optional)),
      );
    case 'slice':
      return runFilter(filter.of, value).map((item) =>
        typeof item === 'string' || Array.isArray(item) ? item.slice(filter.from ?? 0, filter.to ?? undefined) : null,
      );
    case 'each':
      return runFilter(filter.of, value).flatMap((item) => each(item, filter.optional));
    case 'array':
      return [filter.of ? runFilter(filter.of, value) : []];
    case 'object':
      return objects(filter.entries, value);
    case 'binary':
      return binary(filter, value);
    case 'call': {
      const act = Object.hasOwn(FUNCTIONS, filter.name) ? FUNCTIONS[filter.name] : undefined;
      if (!act) throw new JqError(`${filter.name}/${filter.args.length} is not defined, or not modelled here`);
      return act(value, filter.args);
    }
  }
};
