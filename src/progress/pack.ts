/** Old answers are kept many to a record: a document of years opens as quickly as one of days. */
import type { Connection } from './connection.ts';
import { type Entry, keyOf, readEntry } from './entry.ts';
import { transact } from './transact.ts';

/** Answers in one pack. */
export const PACK = 512;

export const toPack = (entries: readonly Entry[]): string => JSON.stringify(entries);

/** What a pack holds: entries, and records that cannot be read; a pack that is no list is one such record. */
export const readPack = (
  raw: unknown,
): { readonly good: Entry[]; readonly bad: { raw: unknown; problem: string }[] } => {
  let list: unknown;
  try {
    list = typeof raw === 'string' ? JSON.parse(raw) : raw;
  } catch {
    list = null;
  }
  if (!Array.isArray(list)) return { good: [], bad: [{ raw, problem: 'pack: must be a list of entries' }] };
  const good: Entry[] = [];
  const bad: { raw: unknown; problem: string }[] = [];
  for (const record of list as readonly unknown[]) {
    const read = readEntry(record);
    if ('entry' in read) good.push(read.entry);
    else bad.push({ raw: record, problem: read.problem });
  }
  return { good, bad };
};

/**
 * Packs loose answers once there are two packs of them. In one transaction: whatever interrupts it, every answer is
 * in one of the two places.
 * @returns how many answers were packed
 */
export const compact = async (db: Connection): Promise<number> => {
  const tx = db.transaction(['entries', 'packs'], 'readwrite');
  let packed = 0;
  const work = async (): Promise<void> => {
    const loose = tx.objectStore('entries');
    if ((await loose.count()) < 2 * PACK) return;
    const answers = (await loose.getAll())
      .flatMap((raw) => {
        const read = readEntry(raw);
        return 'entry' in read && read.entry.kind === 'attempt' ? [read.entry] : [];
      })
      .sort((a, b) => a.at - b.at);
    if (answers.length < 2 * PACK) return;
    packed = answers.length - (answers.length % PACK);
    const steps: Promise<unknown>[] = [];
    for (let i = 0; i < packed; i += PACK) steps.push(tx.objectStore('packs').add(toPack(answers.slice(i, i + PACK))));
    for (const answer of answers.slice(0, packed)) steps.push(loose.delete(keyOf(answer)));
    await Promise.all(steps);
  };
  await transact(tx, () => [work()]);
  return packed;
};
