import type { IDBPObjectStore } from 'idb';
import type { Connection, Stored } from './connection.ts';

interface Transaction {
  readonly done: Promise<void>;
  abort(): void;
}

/**
 * All of a transaction's work, or none of it.
 * @param work starts the requests; they may fail at once or later
 * @throws the first failure, after everything was taken back
 */
export const transact = async (tx: Transaction, work: () => readonly Promise<unknown>[]): Promise<void> => {
  let cause: { readonly error: unknown } | null = null;
  const takeBack = (error: unknown): void => {
    cause ??= { error };
    try {
      tx.abort();
    } catch {
      // It has ended already.
    }
  };
  const begin = (): readonly Promise<unknown>[] => {
    try {
      return work();
    } catch (error) {
      takeBack(error);
      return [];
    }
  };
  const watched = begin().map((step) => step.catch(takeBack));
  const ended = tx.done.catch((error: unknown) => {
    cause ??= { error };
  });
  await Promise.all(watched);
  await ended;
  if (cause !== null) throw (cause as { readonly error: unknown }).error;
};

type StoreName = 'entries' | 'packs' | 'aside';

/** Reads from one store. @throws where the transaction fails, also at its end */
export const reading = async <N extends StoreName, T>(
  db: Connection,
  name: N,
  action: (store: IDBPObjectStore<Stored, [N], N>) => Promise<T>,
): Promise<T> => {
  const tx = db.transaction(name);
  const [value] = await Promise.all([action(tx.store), tx.done]);
  return value;
};
