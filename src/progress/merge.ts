import { type Entry, keyOf } from './entry.ts';

/** Later wins; then the greater id; then, for entries that someone changed by hand, the greater text. */
export const later = (a: Entry, b: Entry): Entry => {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.id !== b.id) return a.id > b.id ? a : b;
  return a === b || JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: Entry, b: Entry): number =>
  a.at - b.at || compare(a.id, b.id) || (a === b ? 0 : compare(keyOf(a), keyOf(b)));

/**
 * The entries of several devices as one: every entry once, and of settings, drafts and cards the latest. The order and
 * grouping of the inputs, and merging twice, make no difference.
 * @returns sorted by time, then id, then key
 */
export const merge = (...sets: readonly (readonly Entry[])[]): Entry[] => {
  const byKey = new Map<string, Entry>();
  for (const set of sets)
    for (const entry of set) {
      const key = keyOf(entry);
      const known = byKey.get(key);
      byKey.set(key, known === undefined ? entry : later(known, entry));
    }
  return [...byKey.values()].sort(inOrder);
};

/** The same as merging with one entry, for lists that are merged already: quick where the entry is the newest. */
export const insert = (merged: readonly Entry[], entry: Entry): Entry[] => {
  const key = keyOf(entry);
  const known = merged.findLast((e) => keyOf(e) === key);
  if (known !== undefined && later(known, entry) === known) return [...merged];
  const rest = known === undefined ? merged : merged.filter((e) => e !== known);
  const before = rest.findLastIndex((e) => inOrder(e, entry) < 0) + 1;
  return [...rest.slice(0, before), entry, ...rest.slice(before)];
};
