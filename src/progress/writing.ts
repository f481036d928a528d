/** Writing entries so that several tabs may do it at once. */
import type { Connection } from './connection.ts';
import { type Entry, keyOf, readEntry } from './entry.ts';
import { later } from './merge.ts';
import { PACK, toPack } from './pack.ts';
import { transact } from './transact.ts';
import { mergeAside, type SetAside } from './transfer.ts';

/** Puts entries under their keys in one transaction. What is stored already and later stays. */
export const writeEntries = async (db: Connection, entries: readonly Entry[]): Promise<void> => {
  const tx = db.transaction('entries', 'readwrite');
  const put = async (entry: Entry): Promise<void> => {
    const key = keyOf(entry);
    const found = await tx.store.get(key);
    const known = found === undefined ? null : readEntry(found);
    if (known === null || !('entry' in known) || later(known.entry, entry) === entry) await tx.store.put(entry, key);
  };
  await transact(tx, () => entries.map(put));
};

/** Takes in what an import brings: all of it, or nothing. Many answers go straight into packs. */
export const writeImport = async (
  db: Connection,
  entries: readonly Entry[],
  aside: readonly SetAside[],
): Promise<void> => {
  const answers = entries.filter(({ kind }) => kind === 'attempt');
  const packed = answers.length - (answers.length % PACK);
  const tx = db.transaction(['entries', 'packs', 'aside'], 'readwrite');
  const addAside = async (): Promise<void> => {
    const store = tx.objectStore('aside');
    const known = mergeAside(await store.getAll());
    // A record that is known stays as it is: merging puts the new ones beside it.
    const fresh = aside.filter((record) => mergeAside(known, [record]).length > known.length);
    await Promise.all(mergeAside(fresh).map((record) => store.add(record)));
  };
  const work: (() => Promise<unknown>)[] = [addAside];
  for (let i = 0; i < packed; i += PACK)
    work.push(() => tx.objectStore('packs').add(toPack(answers.slice(i, i + PACK))));
  for (const entry of [...entries.filter(({ kind }) => kind !== 'attempt'), ...answers.slice(packed)])
    work.push(() => tx.objectStore('entries').put(entry, keyOf(entry)));
  await transact(tx, () => work.map((step) => step()));
};
