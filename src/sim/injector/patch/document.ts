/**
 * The document that a JSON patch changes, as the library behind the injector walks it.
 * evanphx/json-patch v5.9.11+incompatible: patch.go
 */
import type { Json } from '../../go/json-write.ts';
import { parseIndex } from '../go/parse.ts';
import { Panic, Refusal } from '../go/refusal.ts';

export type Members = Record<string, Json>;
/** A missing value and `null` are the same to the library. */
export type Node = Json | undefined;
export type Holder = Members | Json[];

export const MISSING = 'missing value';
const INVALID_INDEX = 'invalid index referenced';

/** Puts words before the text of a refusal. */
export const wrapped = <T>(before: string, body: () => T, instead?: string): T => {
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

export const get = (holder: Holder, key: string): Node => {
  if (Array.isArray(holder)) return holder[position(key, holder.length)];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
};

const put = (holder: Members, key: string, value: Node): void => {
  Object.defineProperty(holder, key, { value: value ?? null, enumerable: true, configurable: true, writable: true });
};

export const set = (holder: Holder, key: string, value: Node): void => {
  if (Array.isArray(holder)) holder[position(key, holder.length)] = value ?? null;
  else put(holder, key, value);
};

export const add = (holder: Holder, key: string, value: Node): void => {
  if (!Array.isArray(holder)) put(holder, key, value);
  else if (key === '-') holder.push(value ?? null);
  else {
    const index = wrapped(`value was not a proper array index: '${key}'`, () => parseIndex(key));
    const length = holder.length + 1;
    if (index >= length || index < -length) throw invalidIndex(index);
    holder.splice(index < 0 ? index + length : index, 0, value ?? null);
  }
};

export const remove = (holder: Holder, key: string): void => {
  if (Array.isArray(holder)) holder.splice(position(key, holder.length), 1);
  else if (Object.hasOwn(holder, key)) delete holder[key];
  else throw new Refusal(`Unable to remove nonexistent key: ${key}: ${MISSING}`);
};

const unescape_ = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

export const isHolder = (node: Node): node is Holder => typeof node === 'object' && node !== null;

/** The object or list that a path ends in, and the last name of the path. What stands before its first `/` is ignored. */
export const find = (document: Holder, path: string): { readonly holder: Holder; readonly key: string } | undefined => {
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
export const equal = (a: Node, b: Node): boolean => {
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

/** A deep copy: a patch must not change the value it was given. */
export const copyOf = (value: Node): Node => {
  if (!isHolder(value)) return value;
  if (Array.isArray(value)) return value.map((part) => copyOf(part) ?? null);
  return Object.fromEntries(Object.entries(value as Members).map(([key, part]) => [key, copyOf(part) ?? null]));
};
