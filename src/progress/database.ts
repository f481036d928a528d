import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Entry, latestKey, readEntry } from './entry.ts';
import { memoryStore } from './memory.ts';
import { merge } from './merge.ts';
import type { Store, Surroundings } from './store.ts';
import type { SetAside } from './transfer.ts';

interface Schema extends DBSchema {
  /** Raw records: what another version, or a crash, left may be anything. */
  entries: { key: string; value: unknown };
  aside: { key: number; value: SetAside };
}

const VERSION = 1;
/** Milliseconds after which a database that does not open counts as refused. */
const PATIENCE = 5_000;

const reasonOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'VersionError')
    return 'Your progress was saved by a newer version of this site. Reload the page to get it. Until then, nothing is saved.';
  if (name === 'QuotaExceededError')
    return 'The disk space for this site is used up. Free some and reload; until then, progress lasts only until you close this page.';
  return 'This browser does not let the site store anything (private mode or blocked storage). Progress lasts until you close this page; export it to keep it.';
};

const within = async <T>(promise: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not open in time')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Open the learner's document. Never fails: where storage is refused, the store lives in memory and says why.
 * @param name of the database; the site's own unless a test says otherwise
 */
export const openStore = async (around: Surroundings, name = 'sidecar-lab'): Promise<Store> => {
  let db: IDBPDatabase<Schema>;
  try {
    const opening = openDB<Schema>(name, VERSION, {
      upgrade: (fresh) => {
        fresh.createObjectStore('entries');
        fresh.createObjectStore('aside', { autoIncrement: true });
      },
      // Another tab wants a newer version: let it.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    db = await within(opening, PATIENCE);
  } catch (error) {
    return memoryStore({ kind: 'memory', why: reasonOf(error) }, around);
  }
  return databaseStore(db, name, around);
};

const databaseStore = (db: IDBPDatabase<Schema>, name: string, around: Surroundings): Store => {
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name} changed`);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  channel?.addEventListener('message', tell);
  const changed = (): void => {
    channel?.postMessage(null);
    tell();
  };

  /** Move a record that cannot be read out of the way, in one transaction so that it is always in one of the two. */
  const putAside = async (key: string, raw: unknown, problem: string): Promise<void> => {
    const tx = db.transaction(['entries', 'aside'], 'readwrite');
    await tx.objectStore('aside').add({ raw, problem, at: around.now() });
    await tx.objectStore('entries').delete(key);
    await tx.done;
  };

  const keyOf = (entry: Entry): string => latestKey(entry) ?? entry.id;

  return {
    durability: { kind: 'durable' },
    entries: async () => {
      const tx = db.transaction('entries');
      const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
      await tx.done;
      const good: Entry[] = [];
      for (const [i, raw] of values.entries()) {
        const read = readEntry(raw);
        if ('entry' in read) good.push(read.entry);
        else await putAside(keys[i] ?? '', raw, read.problem);
      }
      return merge(good);
    },
    setAside: () => db.getAll('aside'),
    add: async (fresh) => {
      const entry = { ...fresh, id: around.unique(), at: around.now() } as Entry;
      await db.put('entries', entry, keyOf(entry));
      changed();
      return entry;
    },
    take: async (more, moreAside) => {
      const tx = db.transaction(['entries', 'aside'], 'readwrite');
      const store = tx.objectStore('entries');
      let added = 0;
      for (const entry of more) {
        const found = await store.get(keyOf(entry));
        const known = found === undefined ? null : readEntry(found);
        const kept = known && 'entry' in known ? merge([known.entry], [entry])[0] : entry;
        if (kept === entry || !known) added++;
        await store.put(kept, keyOf(entry));
      }
      for (const record of moreAside) await tx.objectStore('aside').add(record);
      await tx.done;
      changed();
      return added;
    },
    erase: async () => {
      const tx = db.transaction(['entries', 'aside'], 'readwrite');
      await Promise.all([tx.objectStore('entries').clear(), tx.objectStore('aside').clear(), tx.done]);
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      channel?.close();
      db.close();
    },
  };
};
