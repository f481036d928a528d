import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { migrate, VERSION } from './migrations.ts';
import type { SetAside } from './transfer.ts';

/** What is stored. Raw records: what another version, or a crash, left may be anything. */
export interface Stored extends DBSchema {
  /** One entry a record, under the key that makes it one and the same on every device. */
  entries: { key: string; value: unknown };
  /** Old answers, many a record: the JSON text of a list of entries. Packs are added and removed, never changed. */
  packs: { key: number; value: unknown };
  aside: { key: number; value: SetAside };
}

export type Connection = IDBPDatabase<Stored>;

/** Milliseconds after which a database that does not open counts as refused. */
const PATIENCE = 5_000;

const within = async <T>(promise: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('the database did not open in time', 'TimeoutError')),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const migrateAll = async (
  tx: IDBPTransaction<Stored, ('entries' | 'packs' | 'aside')[], 'versionchange'>,
  from: number,
): Promise<void> => {
  for (let at = await tx.objectStore('entries').openCursor(); at !== null; at = await at.continue()) {
    const now = migrate(at.value, from);
    if (now !== at.value) await at.update(now);
  }
};

/**
 * Open the database, made or brought up to date where needed. All of an upgrade happens, or none of it.
 * @param lost told when the connection ends by itself: a newer page upgrades the database, or the browser closed it
 * @throws DOMException where storage is refused, newer than this program, or held by an older page
 */
export const connect = (name: string, lost: () => void = () => undefined): Promise<Connection> =>
  within(
    openDB<Stored>(name, VERSION, {
      upgrade: (db, from, _to, tx) => {
        for (const name of ['entries', 'packs', 'aside'] as const) {
          if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { autoIncrement: name !== 'entries' });
        }
        // The opening fails with the reason where this fails.
        tx.done.catch(() => undefined);
        if (from > 0) migrateAll(tx, from).catch(() => tx.abort());
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    }),
    PATIENCE,
  );
