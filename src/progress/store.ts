import type { Entry, NewEntry } from './entry.ts';
import type { SetAside } from './transfer.ts';

/** Where entries are kept, and whether they will be there tomorrow. */
export type Durability =
  | { readonly kind: 'durable' }
  /** The browser refuses storage: everything works until the page is closed. `why` is a sentence for the learner. */
  | { readonly kind: 'memory'; readonly why: string };

/** The learner's document, open. All methods keep their promise also when two tabs write. */
export interface Store {
  readonly durability: Durability;
  /** All entries, oldest first. Records that cannot be read are set aside, never dropped. */
  entries(): Promise<Entry[]>;
  /** Records that could not be read, as they were found. */
  setAside(): Promise<SetAside[]>;
  /** Remember something now. */
  add(entry: NewEntry): Promise<Entry>;
  /** Take in entries of an export. @returns how many were new */
  take(entries: readonly Entry[], setAside: readonly SetAside[]): Promise<number>;
  /** Forget everything. */
  erase(): Promise<void>;
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
}
