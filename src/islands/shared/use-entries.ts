import { useEffect, useState } from 'react';
import type { Entry, Store } from '../../progress/index.ts';
import { knownProgress, progress } from './progress.ts';

/**
 * The entries of the learner's document, kept up to date with this tab and others.
 * @param create whether to make the document when there is none
 * @returns null until they are read
 */
export const useEntries = (
  create: boolean,
): { readonly store: Store | null; readonly entries: readonly Entry[] | null } => {
  const [state, setState] = useState<{ store: Store | null; entries: readonly Entry[] | null }>({
    store: null,
    entries: null,
  });
  useEffect(() => {
    let stop = (): void => undefined;
    let gone = false;
    const follow = async (): Promise<void> => {
      const store = await (create ? progress() : knownProgress());
      if (gone) return;
      if (store === null) return setState({ store: null, entries: [] });
      const read = async (): Promise<void> => {
        const entries = await store.entries();
        if (!gone) setState({ store, entries });
      };
      stop = store.subscribe(() => void read());
      await read();
    };
    void follow();
    return () => {
      gone = true;
      stop();
    };
  }, [create]);
  return state;
};
