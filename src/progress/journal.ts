/**
 * Entries on their way to the database. Each is written here first, at once, and taken out when the database has it:
 * a page that is killed, or a database that is full, blocked or newer than the page, loses nothing.
 */
import type { Entry } from './entry.ts';
import { waitingPrefix } from './known.ts';
import { migrate, VERSION } from './migrations.ts';

export interface Journal {
  /** Whether what is put here outlives the page. */
  readonly kept: boolean;
  put(entry: Entry): void;
  drop(entry: Entry): void;
  /** What waits, as records of the present version. What a newer version left stays where it is. */
  waiting(): readonly { readonly key: string; readonly raw: unknown }[];
  remove(key: string): void;
  clear(): void;
}

/** The part of `localStorage` that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const works = (shelf: Shelf, key: string): boolean => {
  try {
    shelf.setItem(key, '');
    shelf.removeItem(key);
    return true;
  } catch {
    return false;
  }
};

/** The browser's own shelf, or null where it is refused. */
export const browserShelf = (): Shelf | null => {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
};

/**
 * @param shelf null where there is none; the journal then keeps nothing
 * @param name of the database it belongs to
 */
export const openJournal = (shelf: Shelf | null, name: string): Journal => {
  const prefix = waitingPrefix(name);
  const attempt = (action: (shelf: Shelf) => void): void => {
    try {
      if (shelf !== null) action(shelf);
    } catch {
      // Full or refused: the entry is still in memory and on its way to the database.
    }
  };
  const keys = (): string[] => {
    const found: string[] = [];
    attempt((from) => {
      for (let i = 0; i < from.length; i++) {
        const key = from.key(i);
        if (key?.startsWith(prefix)) found.push(key);
      }
    });
    return found;
  };
  let kept: boolean | null = null;
  return {
    get kept() {
      kept ??= shelf !== null && works(shelf, `${prefix}probe`);
      return kept;
    },
    put: (entry) => attempt((to) => to.setItem(prefix + entry.id, JSON.stringify({ version: VERSION, entry }))),
    drop: ({ id }) => attempt((from) => from.removeItem(prefix + id)),
    waiting: () =>
      keys().flatMap((key) => {
        let text: string | null = null;
        attempt((from) => {
          text = from.getItem(key);
        });
        if (text === null) return [];
        try {
          const { version, entry } = JSON.parse(text) as { version: number; entry: unknown };
          return version > VERSION ? [] : [{ key, raw: migrate(entry, version) }];
        } catch {
          return [{ key, raw: text }];
        }
      }),
    remove: (key) => attempt((from) => from.removeItem(key)),
    clear: () => {
      for (const key of keys()) attempt((from) => from.removeItem(key));
    },
  };
};
