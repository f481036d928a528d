import type { Entry, NewEntry } from './entry.ts';
import { browserShelf, openJournal } from './journal.ts';
import { DATABASE } from './known.ts';
import type { Surroundings } from './store.ts';

/**
 * Put an entry down before the document is open: the store that opens next takes it in, on this page or on a later one.
 * What is remembered in the moment before the page is left is therefore not lost.
 * @param name of the database
 * @returns false where the browser keeps nothing: then the entry has to be added to the open store
 */
export const putAhead = (fresh: NewEntry, around: Surroundings, name = DATABASE): boolean => {
  const journal = openJournal(around.shelf === undefined ? browserShelf() : around.shelf, name);
  if (!journal.kept) return false;
  const entry = { ...fresh, id: around.unique(), at: around.now() } as Entry;
  journal.put(entry);
  return journal.waiting().some(({ key }) => key.endsWith(entry.id));
};
