/** Entries on their way to the database: in the journal first, written together, tried again until they are written. */
import { type Entry, keyOf } from './entry.ts';
import type { Journal } from './journal.ts';
import { whyNotWritten } from './reason.ts';
import type { Trouble } from './store.ts';

/** Milliseconds until writing is tried again, each time doubled, and at most. */
const RETRY = 1_000;
const RETRY_AT_MOST = 60_000;

export interface Outbox {
  /** What is not written yet. */
  waiting(): readonly Entry[];
  trouble(): Trouble | null;
  /** Put in, to be written by the next flush. */
  put(entries: readonly Entry[]): void;
  /** Write what waits, now. Never fails: what could not be written goes on waiting. */
  flush(): Promise<void>;
  /** Let go of everything that waits. */
  empty(): void;
  close(): void;
}

interface Around {
  readonly journal: Journal;
  write(entries: readonly Entry[]): Promise<void>;
  /** Told what was written. */
  written(entries: readonly Entry[]): void;
  /** Told when the trouble changed. */
  changed(): void;
}

export const openOutbox = ({ journal, write, written, changed }: Around): Outbox => {
  const waiting = new Map<string, Entry>();
  let trouble: Trouble | null = null;
  let writing: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = RETRY;
  let closed = false;

  const send = async (entries: readonly Entry[]): Promise<void> => {
    await write(entries);
    for (const entry of entries) {
      if (waiting.get(keyOf(entry)) === entry) waiting.delete(keyOf(entry));
      journal.drop(entry);
    }
    written(entries);
  };

  /** @returns the last failure, or null */
  const sendAll = async (batch: readonly Entry[]): Promise<{ readonly error: unknown } | null> => {
    try {
      await send(batch);
      return null;
    } catch (error) {
      let failure = { error };
      // One that cannot be written must not hold up the others.
      for (const entry of batch.length > 1 ? batch : []) {
        try {
          await send([entry]);
        } catch (reason) {
          failure = { error: reason };
        }
      }
      return failure;
    }
  };

  const writeWaiting = async (): Promise<void> => {
    const failure = await sendAll([...waiting.values()]);
    const before = trouble;
    if (waiting.size === 0) trouble = null;
    else if (failure !== null) trouble = { waiting: waiting.size, why: whyNotWritten(failure.error) };
    if (trouble === null) delay = RETRY;
    else if (failure !== null && !closed) {
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
      delay = Math.min(2 * delay, RETRY_AT_MOST);
    }
    if (before !== trouble) changed();
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

  return {
    waiting: () => [...waiting.values()],
    trouble: () => trouble,
    put: (entries) => {
      for (const entry of entries) {
        const replaced = waiting.get(keyOf(entry));
        if (replaced !== undefined && replaced.id !== entry.id) journal.drop(replaced);
        waiting.set(keyOf(entry), entry);
        journal.put(entry);
      }
    },
    flush,
    empty: () => {
      waiting.clear();
      trouble = null;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
};
