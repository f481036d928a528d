import { type Entry, type NewEntry, readEntry } from './entry.ts';
import type { Journal } from './journal.ts';
import { listeners } from './listeners.ts';
import { insert, merge } from './merge.ts';
import type { Durability, Store, Surroundings } from './store.ts';
import { ticking } from './surroundings.ts';
import { mergeAside, type SetAside } from './transfer.ts';

/**
 * A store for a page whose browser refuses the database. What is added waits in the journal, where that is kept, until
 * a page can open the database again; otherwise it lasts as long as the page.
 */
export const memoryStore = (durability: Durability, around: Surroundings, journal: Journal): Store => {
  let entries: Entry[] = [];
  let aside: SetAside[] = [];
  const tick = ticking(around.now);
  for (const { raw } of journal.waiting()) {
    const read = readEntry(raw);
    if ('entry' in read) entries = insert(entries, read.entry);
    else aside = mergeAside(aside, [{ raw, problem: read.problem, at: around.now() }]);
  }
  const { subscribe, tell, clear } = listeners();
  const addAll = async (fresh: readonly NewEntry[]): Promise<readonly Entry[]> => {
    const added = fresh.map((entry) => ({ ...entry, id: around.unique(), at: tick() }) as Entry);
    for (const entry of added) {
      journal.put(entry);
      entries = insert(entries, entry);
    }
    tell();
    return added;
  };
  return {
    durability,
    trouble: () => null,
    entries: async () => entries,
    setAside: async () => aside,
    add: async (fresh) => (await addAll([fresh]))[0]!,
    addAll,
    take: async (more, moreAside) => {
      const known = new Set(entries);
      entries = merge(entries, more);
      for (const entry of entries) if (!known.has(entry)) journal.put(entry);
      aside = mergeAside(aside, moreAside);
      tell();
      return entries.filter((entry) => !known.has(entry)).length;
    },
    erase: async () => {
      journal.clear();
      entries = [];
      aside = [];
      tell();
    },
    flush: async () => undefined,
    subscribe,
    close: clear,
  };
};
