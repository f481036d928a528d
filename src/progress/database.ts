import { openChannel } from './channel.ts';
import { type Entry, type NewEntry, readEntry } from './entry.ts';
import { browserShelf, type Journal, openJournal } from './journal.ts';
import { DATABASE } from './known.ts';
import { type Lasting, lastingConnection } from './lasting.ts';
import { listeners } from './listeners.ts';
import { memoryStore } from './memory.ts';
import { insert, merge } from './merge.ts';
import { openOutbox } from './outbox.ts';
import { compactLater, pause, readAll } from './reading.ts';
import { whyClosed } from './reason.ts';
import type { Store, Surroundings } from './store.ts';
import { ticking } from './surroundings.ts';
import { reading as readingFrom, transact } from './transact.ts';
import { mergeAside } from './transfer.ts';
import { writeEntries, writeImport } from './writing.ts';

/**
 * Open the learner's document. Never fails: where storage is refused, the store lives in memory and says why.
 * @param name of the database; the site's own unless a test says otherwise
 */
export const openStore = async (around: Surroundings, name = DATABASE): Promise<Store> => {
  const journal = openJournal(around.shelf === undefined ? browserShelf() : around.shelf, name);
  try {
    return databaseStore(await lastingConnection(name), name, around, journal);
  } catch (error) {
    return memoryStore({ kind: 'memory', why: whyClosed(error, journal.kept) }, around, journal);
  }
};

const databaseStore = (connection: Lasting, name: string, around: Surroundings, journal: Journal): Store => {
  const { subscribe, tell, clear } = listeners();
  const tick = ticking(around.now);
  /** Everything, once read. */
  let known: readonly Entry[] | null = null;
  let reading: Promise<readonly Entry[]> | null = null;
  /** Added since the last reading began: it may or may not have met them. */
  let meanwhile: Entry[] = [];
  let stopCompacting = (): void => undefined;
  let closed = false;

  const outbox = openOutbox({
    journal,
    write: async (entries) => writeEntries(await connection.get(), entries),
    written: (entries) => channel.post({ kind: 'added', entries }),
    changed: tell,
  });

  const channel = openChannel(name, (news) => {
    if (news.kind === 'erased') {
      outbox.empty();
      known = [];
    } else if (news.kind === 'added' && known !== null) {
      for (const entry of news.entries) known = insert(known, entry);
    } else known = null;
    // What is being read may not have the news yet.
    reading = null;
    tell();
  });

  const remember = (entries: readonly Entry[]): void => {
    outbox.put(entries);
    for (const entry of entries) {
      if (known !== null) known = insert(known, entry);
      else meanwhile.push(entry);
    }
  };

  /** What an earlier page could not finish. */
  const takeJournal = async (): Promise<void> => {
    for (const { key, raw } of journal.waiting()) {
      const read = readEntry(raw);
      if ('entry' in read) {
        remember([read.entry]);
        continue;
      }
      const tx = (await connection.get()).transaction('aside', 'readwrite');
      await transact(tx, () => [tx.store.add({ raw, problem: read.problem, at: around.now() })]);
      journal.remove(key);
    }
    await outbox.flush();
  };
  const takingOver = takeJournal().catch(() => undefined);

  const read = async (): Promise<readonly Entry[]> => {
    await takingOver;
    const from = await connection.get();
    const all = await readAll(from, around.now);
    // Putting tens of thousands in order is a turn's work of its own.
    await pause();
    stopCompacting();
    if (!closed) stopCompacting = compactLater(from);
    return all;
  };

  const entries = async (): Promise<readonly Entry[]> => {
    for (;;) {
      if (known !== null) return known;
      if (reading === null) meanwhile = [...outbox.waiting()];
      const mine = reading ?? read();
      reading = mine;
      const all = await mine.catch((error: unknown) => {
        if (reading === mine) reading = null;
        throw error;
      });
      if (reading !== mine) continue;
      known = merge(all, meanwhile);
      reading = null;
    }
  };

  const addAll = async (fresh: readonly NewEntry[]): Promise<readonly Entry[]> => {
    const added = fresh.map((entry) => ({ ...entry, id: around.unique(), at: tick() }) as Entry);
    remember(added);
    tell();
    await outbox.flush();
    return added;
  };

  return {
    durability: { kind: 'durable' },
    trouble: outbox.trouble,
    entries,
    setAside: async () => mergeAside(await readingFrom(await connection.get(), 'aside', (store) => store.getAll())),
    add: async (fresh) => (await addAll([fresh]))[0]!,
    addAll,
    take: async (more, moreAside) => {
      const before = new Set(await entries());
      const fresh = merge([...before], more).filter((entry) => !before.has(entry));
      await writeImport(await connection.get(), fresh, moreAside);
      known = null;
      channel.post({ kind: 'changed' });
      tell();
      return fresh.length;
    },
    erase: async () => {
      const all = ['entries', 'packs', 'aside'] as const;
      const tx = (await connection.get()).transaction(all, 'readwrite');
      await transact(tx, () => all.map((store) => tx.objectStore(store).clear()));
      journal.clear();
      outbox.empty();
      known = [];
      reading = null;
      meanwhile = [];
      channel.post({ kind: 'erased' });
      tell();
    },
    flush: outbox.flush,
    subscribe,
    close: () => {
      closed = true;
      outbox.close();
      stopCompacting();
      clear();
      channel.close();
      connection.close();
    },
  };
};
