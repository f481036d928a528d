/** Reading the whole document without holding up the page. */
import type { Connection } from './connection.ts';
import { type Entry, readEntry } from './entry.ts';
import { compact, readPack, toPack } from './pack.ts';
import { reading, transact } from './transact.ts';

/** Milliseconds of work after which the page gets a turn. */
const TURN = 12;

/** Gives the page a turn. A message comes back at once where a timer, set again and again, is held back. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Gives the page a turn whenever work went on for a while. */
const turns = (): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN) return undefined;
    return pause().then(() => {
      since = performance.now();
    });
  };
};

/** Loose entries of one request. */
const BATCH = 1_000;

const looseAfter = async (
  db: Connection,
  from: string | null,
): Promise<{ readonly keys: readonly string[]; readonly values: readonly unknown[] }> => {
  const range = from === null ? null : IDBKeyRange.lowerBound(from, true);
  const [keys, values] = await reading(db, 'entries', (store) =>
    Promise.all([store.getAllKeys(range, BATCH), store.getAll(range, BATCH)]),
  );
  return { keys, values };
};

/**
 * All entries as stored, mostly oldest first, perhaps some twice. Records that cannot be read are moved out of the way, each in
 * one transaction, so that it is always in one of the two places.
 * @param now Unix milliseconds
 */
export const readAll = async (db: Connection, now: () => number): Promise<Entry[]> => {
  const loose: Entry[] = [];
  const packed: Entry[] = [];
  const turn = turns();
  // Loose entries first: what another tab packs in between is then met twice, never missed.
  let from: string | null = null;
  for (let more = true; more; ) {
    const { keys, values } = await looseAfter(db, from);
    for (const [i, raw] of values.entries()) {
      const read = readEntry(raw);
      if ('entry' in read) loose.push(read.entry);
      else {
        const bad = db.transaction(['entries', 'aside'], 'readwrite');
        await transact(bad, () => [
          bad.objectStore('aside').add({ raw, problem: read.problem, at: now() }),
          bad.objectStore('entries').delete(keys[i]!),
        ]);
      }
    }
    await turn();
    from = keys.at(-1) ?? null;
    more = keys.length === BATCH;
  }
  for (const key of await reading(db, 'packs', (store) => store.getAllKeys())) {
    const raw = await reading(db, 'packs', (store) => store.get(key));
    // Another tab may have erased everything meanwhile.
    if (raw === undefined) continue;
    const pack = readPack(raw);
    for (const entry of pack.good) packed.push(entry);
    if (pack.bad.length > 0) {
      const bad = db.transaction(['packs', 'aside'], 'readwrite');
      await transact(bad, () => [
        bad.objectStore('packs').delete(key),
        ...pack.bad.map((record) => bad.objectStore('aside').add({ ...record, at: now() })),
        ...(pack.good.length > 0 ? [bad.objectStore('packs').add(toPack(pack.good))] : []),
      ]);
    }
    await turn();
  }
  return [...packed, ...loose];
};

/**
 * Packs old answers when the page has nothing better to do. What fails is left as it was and tried another time.
 * @returns a function that calls it off
 */
export const compactLater = (db: Connection): (() => void) => {
  const timer = setTimeout(() => void compact(db).catch(() => undefined), 1_000);
  return () => clearTimeout(timer);
};
