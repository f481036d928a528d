import { openChannel } from './channel.ts';
import { type Connection, connect } from './connection.ts';
import { type Entry, keyOf, type NewEntry, readEntry } from './entry.ts';
import { browserShelf, type Journal, openJournal } from './journal.ts';
import { DATABASE } from './known.ts';
import { listeners } from './listeners.ts';
import { memoryStore } from './memory.ts';
import { insert, merge } from './merge.ts';
import { compactLater, pause, readAll } from './reading.ts';
import { whyClosed, whyNotWritten } from './reason.ts';
import type { Store, Surroundings, Trouble } from './store.ts';
import { ticking } from './surroundings.ts';
import { reading as readingFrom, transact } from './transact.ts';
import { mergeAside } from './transfer.ts';
import { writeEntries, writeImport } from './writing.ts';

/** Milliseconds until writing is tried again, each time doubled, and at most. */
const RETRY = 1_000;
const RETRY_AT_MOST = 60_000;

/**
 * Open the learner's document. Never fails: where storage is refused, the store lives in memory and says why.
 * @param name of the database; the site's own unless a test says otherwise
 */
export const openStore = async (around: Surroundings, name = DATABASE): Promise<Store> => {
  const journal = openJournal(around.shelf === undefined ? browserShelf() : around.shelf, name);
  try {
    const gone = { yes: false };
    const db = await connect(name, () => {
      gone.yes = true;
    });
    return databaseStore({ db, gone, name, around, journal });
  } catch (error) {
    return memoryStore({ kind: 'memory', why: whyClosed(error, journal.kept) }, around, journal);
  }
};

interface Opened {
  readonly db: Connection;
  /** Whether the connection ended by itself. */
  readonly gone: { yes: boolean };
  readonly name: string;
  readonly around: Surroundings;
  readonly journal: Journal;
}

const databaseStore = (opened: Opened): Store => {
  const { name, around, journal } = opened;
  let { db, gone } = opened;
  const { subscribe, tell, clear } = listeners();
  /** Everything, once read. */
  let known: readonly Entry[] | null = null;
  let reading: Promise<readonly Entry[]> | null = null;
  /** Added since the last reading began: it may or may not have met them. */
  let meanwhile: Entry[] = [];
  const tick = ticking(around.now);
  const waiting = new Map<string, Entry>();
  let trouble: Trouble | null = null;
  let writing: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = RETRY;
  let closed = false;
  let stopCompacting = (): void => undefined;

  const channel = openChannel(name, (news) => {
    if (news.kind === 'erased') {
      waiting.clear();
      trouble = null;
      known = [];
    } else if (news.kind === 'added' && known !== null) {
      for (const entry of news.entries) known = insert(known, entry);
    } else known = null;
    // What is being read may not have the news yet.
    reading = null;
    tell();
  });

  /** The connection, made again if the browser ended it. */
  const connection = async (): Promise<Connection> => {
    if (gone.yes && !closed) {
      const next = { yes: false };
      db = await connect(name, () => {
        next.yes = true;
      });
      gone = next;
    }
    return db;
  };

  const written = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      if (waiting.get(keyOf(entry)) === entry) waiting.delete(keyOf(entry));
      journal.drop(entry);
    }
    channel.post({ kind: 'added', entries });
  };

  const writeWaiting = async (): Promise<void> => {
    let failure: { readonly error: unknown } | null = null;
    const batch = [...waiting.values()];
    try {
      await writeEntries(await connection(), batch);
      written(batch);
    } catch (error) {
      failure = { error };
      // One that cannot be written must not hold up the others.
      for (const entry of batch.length > 1 ? batch : []) {
        try {
          await writeEntries(await connection(), [entry]);
          written([entry]);
        } catch (reason) {
          failure = { error: reason };
        }
      }
    }
    const before = trouble;
    trouble =
      waiting.size === 0
        ? null
        : failure === null
          ? before
          : { waiting: waiting.size, why: whyNotWritten(failure.error) };
    if (trouble === null) delay = RETRY;
    else if (failure !== null && !closed) {
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
      delay = Math.min(2 * delay, RETRY_AT_MOST);
    }
    if (before !== trouble) tell();
  };

  const flush = async (): Promise<void> => {
    // What came while writing went on is written next.
    while (writing !== null) await writing;
    if (waiting.size === 0 || closed) return;
    writing = writeWaiting().finally(() => {
      writing = null;
    });
    await writing;
  };

  const remember = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      const replaced = waiting.get(keyOf(entry));
      if (replaced !== undefined) journal.drop(replaced);
      waiting.set(keyOf(entry), entry);
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
      const tx = (await connection()).transaction('aside', 'readwrite');
      await transact(tx, () => [tx.store.add({ raw, problem: read.problem, at: around.now() })]);
      journal.remove(key);
    }
    await flush();
  };
  const takingOver = takeJournal().catch(() => undefined);

  const read = async (): Promise<readonly Entry[]> => {
    await takingOver;
    const from = await connection();
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
      if (reading === null) meanwhile = [...waiting.values()];
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
    for (const entry of added) journal.put(entry);
    remember(added);
    tell();
    await flush();
    return added;
  };

  return {
    durability: { kind: 'durable' },
    trouble: () => trouble,
    entries,
    setAside: async () => mergeAside(await readingFrom(await connection(), 'aside', (store) => store.getAll())),
    add: async (fresh) => (await addAll([fresh]))[0]!,
    addAll,
    take: async (more, moreAside) => {
      const before = new Set(await entries());
      const fresh = merge([...before], more).filter((entry) => !before.has(entry));
      await writeImport(await connection(), fresh, moreAside);
      known = null;
      channel.post({ kind: 'changed' });
      tell();
      return fresh.length;
    },
    erase: async () => {
      const tx = (await connection()).transaction(['entries', 'packs', 'aside'], 'readwrite');
      await transact(tx, () => (['entries', 'packs', 'aside'] as const).map((store) => tx.objectStore(store).clear()));
      journal.clear();
      waiting.clear();
      trouble = null;
      known = [];
      reading = null;
      meanwhile = [];
      channel.post({ kind: 'erased' });
      tell();
    },
    flush,
    subscribe,
    close: () => {
      closed = true;
      clearTimeout(timer);
      stopCompacting();
      clear();
      channel.close();
      db.close();
    },
  };
};
