/** The name of the site's database. */
export const DATABASE = 'sidecar-lab';

/** What keys of the browser's shelf begin with that hold entries on their way to the database. */
export const waitingPrefix = (database: string): string => `${database} waiting `;

const waits = (): boolean => {
  try {
    return Object.keys(globalThis.localStorage).some((key) => key.startsWith(waitingPrefix(DATABASE)));
  } catch {
    return false;
  }
};

/**
 * Whether the learner may have a document: found out without making one, and without the code that opens it. Browsers
 * that do not list databases answer yes.
 */
export const hasDocument = async (): Promise<boolean> => {
  if (waits()) return true;
  try {
    return indexedDB.databases === undefined || (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
};
