/** The order in which Go prints and ranges over maps (internal/fmtsort). */
import { type Entries, entriesOf, type Value } from './value.ts';

const compareTypes = (a: Value, b: Value): number => (a.type === b.type ? 0 : a.type.name < b.type.name ? -1 : 1);

const compareKeys = (a: Value, b: Value): number => {
  const left = a.type.kind === 'interface' ? (a.data as Value | null) : a;
  const right = b.type.kind === 'interface' ? (b.data as Value | null) : b;
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  // Go orders different dynamic types by address; a stable order of our own serves.
  const types = compareTypes(left, right);
  if (types !== 0) return types;
  const x = left.data as string | number | bigint | boolean;
  const y = right.data as string | number | bigint | boolean;
  return x < y ? -1 : x > y ? 1 : 0;
};

export type Entry = Entries extends Map<string, infer E> ? E : never;

/** Entries of a map value in Go's order. */
export const sortedEntries = (map: Value): Entry[] =>
  [...entriesOf(map).values()].sort((a, b) => compareKeys(a.key, b.key));
