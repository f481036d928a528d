/** Storage that fails on demand: what browsers do when a disk is full, a tab dies or another version is at work. */
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

export type Fault =
  /** A request is refused: the disk is full. */
  | 'full'
  /** All requests succeed and the transaction fails at its end, as browsers report a full disk. */
  | 'full-at-the-end'
  /** A request fails for a reason of the browser's own. */
  | 'broken'
  /** The database does not open: private mode, blocked storage. */
  | 'blocked'
  /** The database was written by a newer version. */
  | 'newer'
  /** The browser ends the connection. */
  | 'closed';

export interface Faulty {
  /** How often a fault struck, and how often the tab died while something was being written. */
  readonly struck: number;
  /** Break it, once or until healed. */
  inject(fault: Fault, lasting: boolean): void;
  heal(): void;
  /** The tab dies: everything unfinished is gone. */
  kill(): void;
  restore(): void;
}

const error = (fault: Fault): DOMException =>
  new DOMException(
    `injected: ${fault}`,
    { full: 'QuotaExceededError', blocked: 'SecurityError', newer: 'VersionError' }[fault as 'full'] ?? 'UnknownError',
  );

/** A fresh, empty browser storage with faults. */
export const faultyStorage = (): Faulty => {
  const factory = new IDBFactory();
  let current: { fault: Fault; lasting: boolean } | null = null;
  let struck = 0;
  let running = new Set<IDBTransaction>();
  let databases = new Set<IDBDatabase>();
  const strikes = (...faults: readonly Fault[]): Fault | null => {
    if (current === null || !faults.includes(current.fault)) return null;
    struck++;
    const { fault } = current;
    if (!current.lasting) current = null;
    return fault;
  };
  const open = factory.open.bind(factory);
  vi.stubGlobal('indexedDB', factory);
  vi.spyOn(factory, 'open').mockImplementation((name, version) => {
    const fault = strikes('blocked', 'newer');
    if (fault !== null) throw error(fault);
    const request = open(name, version);
    request.addEventListener('success', () => {
      const db = request.result;
      databases.add(db);
      const transaction = db.transaction.bind(db);
      db.transaction = (stores, mode, options) => {
        if (strikes('closed') !== null) {
          db.close();
          throw new DOMException('injected: closed', 'InvalidStateError');
        }
        const tx = transaction(stores, mode, options);
        running.add(tx);
        tx.addEventListener('complete', () => running.delete(tx));
        return tx;
      };
    });
    return request;
  });
  for (const method of ['put', 'add', 'delete'] as const) {
    const original = IDBObjectStore.prototype[method] as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
      const fault = strikes('full', 'broken');
      if (fault !== null) throw error(fault);
      const request = original.apply(this, args);
      if (strikes('full-at-the-end') !== null) request.addEventListener('success', () => this.transaction.abort());
      return request as IDBRequest<IDBValidKey> & IDBRequest<undefined>;
    } as never);
  }
  return {
    get struck() {
      return struck;
    },
    inject: (fault, lasting) => {
      current = { fault, lasting };
    },
    heal: () => {
      current = null;
    },
    kill: () => {
      for (const tx of running) {
        try {
          tx.abort();
          struck++;
        } catch {
          // It ended already.
        }
      }
      for (const db of databases) db.close();
      running = new Set();
      databases = new Set();
    },
    restore: () => {
      vi.restoreAllMocks();
      vi.unstubAllGlobals();
    },
  };
};
