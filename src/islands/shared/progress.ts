import { openChannel } from '../../progress/channel.ts';
import { inBrowser, type NewEntry, openStore, putAhead, type Store } from '../../progress/index.ts';
import { DATABASE, hasDocument } from '../../progress/known.ts';

let open: Promise<Store> | null = null;
/** The same, once it is there. */
let opened: Store | null = null;
const waiting = new Set<(store: Store) => void>();

/** The learner's document, opened once a page. */
export const progress = (): Promise<Store> => {
  if (open === null) {
    open = openStore(inBrowser);
    void open.then((store) => {
      opened = store;
      for (const told of waiting) told(store);
      waiting.clear();
    });
  }
  return open;
};

/**
 * Remember something, from the very moment of the call: also when the page is left before the document is open.
 * @returns the document, which has it
 */
export const remember = async (fresh: NewEntry): Promise<Store> => {
  const ahead = opened === null && putAhead(fresh, inBrowser);
  const store = await progress();
  if (ahead) await store.flush();
  else await store.add(fresh);
  return store;
};

/** The document if there is one already. Looking creates nothing: a reader who did nothing leaves no trace. */
export const knownProgress = async (): Promise<Store | null> =>
  open !== null || (await hasDocument()) ? progress() : null;

/**
 * Be told once the document is there: opened by this page, or written to by another part of it or another tab.
 * @returns a function that ends the waiting
 */
export const whenOpened = (told: (store: Store) => void): (() => void) => {
  const channel = openChannel(DATABASE, () => void progress());
  const once = (store: Store): void => {
    channel.close();
    told(store);
  };
  waiting.add(once);
  return () => {
    waiting.delete(once);
    channel.close();
  };
};
