import { openStore, type Store } from '../../progress/index.ts';

const NAME = 'sidecar-lab';
let open: Promise<Store> | null = null;

/** The learner's document, opened once a page. */
export const progress = (): Promise<Store> => {
  open ??= openStore({ now: () => Date.now(), unique: () => crypto.randomUUID() }, NAME);
  return open;
};

/** The document if there is one already. Looking creates nothing: a reader who did nothing leaves no trace. */
export const knownProgress = async (): Promise<Store | null> => {
  if (open !== null) return open;
  try {
    // Browsers that cannot list databases open it; an empty one is then made.
    if (indexedDB.databases !== undefined && !(await indexedDB.databases()).some(({ name }) => name === NAME))
      return null;
  } catch {
    return null;
  }
  return progress();
};
