import type { Entry } from './entry.ts';
import { merge } from './merge.ts';
import type { Durability, Store, Surroundings } from './store.ts';
import type { SetAside } from './transfer.ts';

/** A store that lasts as long as the page; used where the browser refuses storage. */
export const memoryStore = (durability: Durability, around: Surroundings): Store => {
  let entries: Entry[] = [];
  let aside: SetAside[] = [];
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    durability,
    entries: async () => entries,
    setAside: async () => aside,
    add: async (fresh) => {
      const entry = { ...fresh, id: around.unique(), at: around.now() } as Entry;
      entries = merge(entries, [entry]);
      changed();
      return entry;
    },
    take: async (more, moreAside) => {
      const known = new Set(entries.map((e) => e.id));
      entries = merge(entries, more);
      aside = [...aside, ...moreAside];
      changed();
      return more.filter((e) => !known.has(e.id)).length;
    },
    erase: async () => {
      entries = [];
      aside = [];
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
};
