/**
 * JSON patches as the library applies them that the injector is built with, its texts included.
 * evanphx/json-patch v5.9.11+incompatible: patch.go
 */
import { parseJson } from '../go/json-syntax.ts';
import type { Json } from '../go/json-write.ts';
import { parseIndex } from '../go/parse.ts';
import { Panic, Refusal } from '../go/refusal.ts';

type Members = Record<string, Json>;
/** One operation as written; anything may be missing or of a wrong type. */
type Operation = Readonly<Record<string, unknown>> | null;
/** A missing value and `null` are the same to the library. */
type Node = Json | undefined;
type Holder = Members | Json[];

const described = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

/** Reads the text of a patch. @returns Go's error text where it is no list of objects */
export const decodePatch = (
  text: string,
): { readonly operations: readonly Operation[] } | { readonly error: string } => {
  const parsed = parseJson(text);
  if ('error' in parsed) return parsed;
  const { value } = parsed;
  if (value === null) return { operations: [] };
  const wrong = (found: unknown, type: string): { error: string } => ({
    error: `json: cannot unmarshal ${described(found)} into Go value of type jsonpatch.${type}`,
  });
  if (!Array.isArray(value)) return wrong(value, 'Patch');
  const odd = value.find((operation) => operation !== null && described(operation) !== 'object');
  return odd === undefined ? { operations: value as Operation[] } : wrong(odd, 'Operation');
};

const MISSING = 'missing value';
const INVALID_INDEX = 'invalid index referenced';

const text = (operation: Operation, name: 'path' | 'from', ifMissing: string): string => {
  const value = operation?.[name];
  if (value === undefined || value === null) throw new Refusal(`${ifMissing}: ${MISSING}`);
  if (typeof value !== 'string')
    throw new Refusal(`json: cannot unmarshal ${described(value)} into Go value of type string`);
  return value;
};
const pathOf = (operation: Operation): string => text(operation, 'path', 'operation missing path field');
const fromOf = (operation: Operation): string => text(operation, 'from', 'operation, missing from field');
const valueIn = (operation: Operation): Node => operation?.value as Node;

const wrapped = <T>(before: string, body: () => T, instead?: string): T => {
  try {
    return body();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${before}: ${instead ?? error.message}`);
    throw error;
  }
};

const invalidIndex = (index: number): Refusal =>
  new Refusal(`Unable to access invalid index: ${index}: ${INVALID_INDEX}`);

/** Counts from the end where negative. */
const position = (key: string, length: number): number => {
  const index = parseIndex(key);
  if (index >= length || index < -length) throw invalidIndex(index);
  return index < 0 ? index + length : index;
};

const get = (holder: Holder, key: string): Node => {
  if (Array.isArray(holder)) return holder[position(key, holder.length)];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
};

const put = (holder: Members, key: string, value: Node): void => {
  Object.defineProperty(holder, key, { value: value ?? null, enumerable: true, configurable: true, writable: true });
};

const add = (holder: Holder, key: string, value: Node): void => {
  if (!Array.isArray(holder)) put(holder, key, value);
  else if (key === '-') holder.push(value ?? null);
  else {
    const index = wrapped(`value was not a proper array index: '${key}'`, () => parseIndex(key));
    const length = holder.length + 1;
    if (index >= length || index < -length) throw invalidIndex(index);
    holder.splice(index < 0 ? index + length : index, 0, value ?? null);
  }
};

const remove = (holder: Holder, key: string): void => {
  if (Array.isArray(holder)) holder.splice(position(key, holder.length), 1);
  else if (Object.hasOwn(holder, key)) delete holder[key];
  else throw new Refusal(`Unable to remove nonexistent key: ${key}: ${MISSING}`);
};

const unescape_ = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

const isHolder = (node: Node): node is Holder => typeof node === 'object' && node !== null;

/** The object or list that a path ends in, and the last name of the path. What stands before its first `/` is ignored. */
const find = (document: Holder, path: string): { readonly holder: Holder; readonly key: string } | undefined => {
  const parts = path.split('/');
  if (parts.length < 2) return undefined;
  let holder = document;
  for (const part of parts.slice(1, -1)) {
    let next: Node;
    try {
      next = get(holder, unescape_(part));
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
    if (!isHolder(next)) return undefined;
    holder = next;
  }
  return { holder, key: unescape_(parts.at(-1) ?? '') };
};

/** Equality of the library: comparing with a `null` in a list reaches for nothing and crashes. */
const equal = (a: Node, b: Node): boolean => {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((part: Json, i) => {
      if (part === null || b[i] === null) throw new Panic('comparison with null in a list');
      return equal(part, b[i]);
    });
  }
  if (!isHolder(a)) return a === b;
  if (!isHolder(b) || Array.isArray(b)) return false;
  const [left, right] = [a as Members, b as Members];
  if (Object.keys(left).length !== Object.keys(right).length) return false;
  return Object.keys(left).every((key) => {
    if (!Object.hasOwn(right, key)) return false;
    const [x, y] = [left[key], right[key]];
    return x === null || y === null ? x === y : equal(x, y);
  });
};

const within = (
  document: Holder,
  path: string,
  otherwise: string,
): { readonly holder: Holder; readonly key: string } => {
  const found = find(document, path);
  if (!found) throw new Refusal(`${otherwise}: ${MISSING}`);
  return found;
};

type Apply = (document: Holder, operation: Operation) => Holder;

const addOperation: Apply = (document, operation) => {
  const path = wrapped('add operation failed to decode path', () => pathOf(operation), MISSING);
  const { holder, key } = within(document, path, `add operation does not apply: doc is missing path: "${path}"`);
  wrapped(`error in add for path: '${path}'`, () => add(holder, key, copyOf(valueIn(operation))));
  return document;
};

const removeOperation: Apply = (document, operation) => {
  const path = wrapped('remove operation failed to decode path', () => pathOf(operation), MISSING);
  const { holder, key } = within(document, path, `remove operation does not apply: doc is missing path: "${path}"`);
  wrapped(`error in remove for path: '${path}'`, () => remove(holder, key));
  return document;
};

const replaceOperation: Apply = (document, operation) => {
  const path = wrapped('replace operation failed to decode path', () => pathOf(operation));
  const value = copyOf(valueIn(operation));
  if (path === '') {
    if (value === undefined) throw new Panic('replace of the whole without a value');
    if (!isHolder(value)) throw new Refusal('replace operation value must be object or array: %!w(<nil>)');
    return value;
  }
  const { holder, key } = within(document, path, `replace operation does not apply: doc is missing path: ${path}`);
  wrapped(`replace operation does not apply: doc is missing key: ${path}`, () => get(holder, key), MISSING);
  if (Array.isArray(holder)) holder[position(key, holder.length)] = value ?? null;
  else put(holder, key, value);
  return document;
};

const moveOperation: Apply = (document, operation) => {
  const from = wrapped('move operation failed to decode from', () => fromOf(operation));
  const source = within(document, from, `move operation does not apply: doc is missing from path: ${from}`);
  const inSource = `error in move for path: '${source.key}'`;
  const value = wrapped(inSource, () => get(source.holder, source.key));
  wrapped(inSource, () => remove(source.holder, source.key));
  const path = wrapped('move operation failed to decode path', () => pathOf(operation));
  const target = within(document, path, `move operation does not apply: doc is missing destination path: ${path}`);
  wrapped(`error in move for path: '${path}'`, () => add(target.holder, target.key, value));
  return document;
};

const copyOperation: Apply = (document, operation) => {
  const from = wrapped('copy operation failed to decode from', () => fromOf(operation));
  const source = within(document, from, `copy operation does not apply: doc is missing from path: ${from}`);
  const value = wrapped(`error in copy for from: '${from}'`, () => get(source.holder, source.key));
  const path = wrapped('copy operation failed to decode path', () => pathOf(operation), MISSING);
  const target = within(document, path, `copy operation does not apply: doc is missing destination path: ${path}`);
  wrapped('error while adding value during copy', () => add(target.holder, target.key, copyOf(value)));
  return document;
};

const testOperation: Apply = (document, operation) => {
  const path = wrapped('test operation failed to decode path', () => pathOf(operation));
  const value = valueIn(operation);
  const failed = new Refusal(`testing value ${path} failed: test failed`);
  if (path === '') {
    if (value === undefined) throw new Panic('test of the whole without a value');
    if (!equal(document, value)) throw failed;
    return document;
  }
  const { holder, key } = within(document, path, `test operation does not apply: is missing path: ${path}`);
  const found = wrapped(`error in test for path: '${path}'`, () => get(holder, key));
  const none = (node: Node): boolean => node === undefined || node === null;
  if (none(found) || none(value) ? none(found) !== none(value) : !equal(found, value)) throw failed;
  return document;
};

const APPLY: Readonly<Record<string, Apply>> = {
  add: addOperation,
  remove: removeOperation,
  replace: replaceOperation,
  move: moveOperation,
  test: testOperation,
  copy: copyOperation,
};

/** A deep copy: a patch must not change the value it was given. */
const copyOf = (value: Node): Node => {
  if (!isHolder(value)) return value;
  if (Array.isArray(value)) return value.map((part) => copyOf(part) ?? null);
  return Object.fromEntries(Object.entries(value as Members).map(([key, part]) => [key, copyOf(part) ?? null]));
};

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part as Json)]),
  );
};

/**
 * Applies a patch to a JSON object.
 * @returns the new document, keys sorted as the library writes them
 * @throws Refusal `failed to apply JSON patch: …`; Panic where the library crashes
 */
export const applyPatch = (document: Json, operations: readonly Operation[]): Json => {
  let changed = copyOf(document) as Holder;
  for (const operation of operations) {
    const op = operation?.op;
    const kind = typeof op === 'string' ? op : 'unknown';
    const apply = Object.hasOwn(APPLY, kind) ? APPLY[kind] : undefined;
    changed = wrapped('failed to apply JSON patch', () => {
      if (!apply) throw new Refusal(`Unexpected kind: ${kind}`);
      return apply(changed, operation);
    });
  }
  return sorted(changed);
};
