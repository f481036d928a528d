/**
 * JSON patches as the library applies them that the injector is built with, its texts included.
 * evanphx/json-patch v5.9.11+incompatible: patch.go
 */
import { parseJson } from '../../go/json-syntax.ts';
import type { Json } from '../../go/json-write.ts';
import { Panic, Refusal } from '../go/refusal.ts';
import {
  add,
  copyOf,
  equal,
  find,
  get,
  type Holder,
  isHolder,
  MISSING,
  type Node,
  remove,
  set,
  wrapped,
} from './document.ts';

/** One operation as written; anything may be missing or of a wrong type. */
type Operation = Readonly<Record<string, unknown>> | null;
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
  set(holder, key, value);
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
