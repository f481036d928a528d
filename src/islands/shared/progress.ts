import { openChannel } from '../../progress/channel.ts';
import { inBrowser, openStore, type Store } from '../../progress/index.ts';
import { DATABASE, hasDocument } from '../../progress/known.ts';

let open: Promise<Store> | null = null;
const waiting = new Set<(store: Store) => void>();

/** The learner's document, opened once a page. */
export const progress = (): Promise<Store> => {
  if (open === null) {
    open = openStore(inBrowser);
    void open.then((store) => {
      for (const told of waiting) told(store);
      waiting.clear();
    });
  }
  return open;
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
