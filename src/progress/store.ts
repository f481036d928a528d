import type { Entry, NewEntry } from './entry.ts';
import type { Shelf } from './journal.ts';
import type { SetAside } from './transfer.ts';

/** Where entries are kept, and whether they will be there tomorrow. */
export type Durability =
  | { readonly kind: 'durable' }
  /** The browser refuses storage: everything works until the page is closed. `why` is a sentence for the learner. */
  | { readonly kind: 'memory'; readonly why: string };

/** Entries that the database has not taken yet. They are not lost: writing is tried again by itself. */
export interface Trouble {
  readonly waiting: number;
  /** A sentence for the learner: what happened, and what helps. */
  readonly why: string;
}

/** The learner's document, open. All methods keep their promise also when two tabs write. */
export interface Store {
  readonly durability: Durability;
  /** What is not in the database yet, and why; null when everything is. */
  trouble(): Trouble | null;
  /** All entries, oldest first; a new list after each change. Records that cannot be read are set aside, never dropped. */
  entries(): Promise<readonly Entry[]>;
  /** Records that could not be read, as they were found. */
  setAside(): Promise<readonly SetAside[]>;
  /** Remember something now. Never fails: what the database refuses waits, see `trouble`. */
  add(entry: NewEntry): Promise<Entry>;
  /** Remember several things now, in this order. */
  addAll(entries: readonly NewEntry[]): Promise<readonly Entry[]>;
  /**
   * Take in entries of an export: all of them or, when it fails, none.
   * @returns how many were new
   */
  take(entries: readonly Entry[], setAside: readonly SetAside[]): Promise<number>;
  /** Forget everything. */
  erase(): Promise<void>;
  /** Try again now to write what waits. */
  flush(): Promise<void>;
  /** Be told when anything changes, here or in another tab. @returns a function that ends it */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** What a store needs from outside. */
export interface Surroundings {
  /** Unix milliseconds. */
  now(): number;
  /** A name that no other device or tab has. */
  unique(): string;
  /** Where entries wait for the database; the browser's own unless a test says otherwise. */
  readonly shelf?: Shelf | null;
}
