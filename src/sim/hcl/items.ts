import type { Item } from './ast.ts';
import { textOf } from './value.ts';

/** Go's strings.EqualFold, near enough for keys. */
const sameFolded = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The items whose first key is `key` in any letter case, that key taken off (hcl v1: ast.ObjectList.Filter). */
export const filtered = (items: readonly Item[], key: string): readonly Item[] =>
  items
    .filter((item) => item.keys[0] !== undefined && sameFolded(textOf(item.keys[0]), key))
    .map((item) => ({ ...item, keys: item.keys.slice(1) }));
