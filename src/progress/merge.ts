import { type Entry, latestKey } from './entry.ts';

const later = (a: Entry, b: Entry): Entry => (a.at > b.at || (a.at === b.at && a.id >= b.id) ? a : b);

/**
 * The entries of several devices as one: every entry once, and of settings and drafts the latest. The order of the
 * inputs, and merging twice, make no difference.
 * @returns sorted by time, then id
 */
export const merge = (...sets: readonly (readonly Entry[])[]): Entry[] => {
  const byId = new Map<string, Entry>();
  for (const entry of sets.flat()) {
    const known = byId.get(entry.id);
    byId.set(entry.id, known ? later(known, entry) : entry);
  }
  const latest = new Map<string, Entry>();
  const out: Entry[] = [];
  for (const entry of byId.values()) {
    const key = latestKey(entry);
    if (key === null) out.push(entry);
    else {
      const known = latest.get(key);
      latest.set(key, known ? later(known, entry) : entry);
    }
  }
  return [...out, ...latest.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
};
