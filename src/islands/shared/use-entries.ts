import { useEffect, useState } from 'react';
import type { Entry, Store } from '../../progress/index.ts';
import { knownProgress, progress, whenOpened } from './progress.ts';

export interface Remembered {
  readonly store: Store | null;
  /** Null until they are read. */
  readonly entries: readonly Entry[] | null;
  /** Why they could not be read, as a sentence. */
  readonly problem: string | null;
}

const NOTHING: Remembered = { store: null, entries: null, problem: null };

/**
 * The entries of the learner's document, kept up to date with this tab and others.
 * @param create whether to make the document when there is none; otherwise it is followed from when there is one
 */
export const useEntries = (create: boolean): Remembered => {
  const [state, setState] = useState<Remembered>(NOTHING);
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const follow = (store: Store): void => {
      if (gone) return;
      const read = (): void => {
        store.entries().then(
          (entries) => !gone && setState({ store, entries, problem: null }),
          (error: unknown) =>
            !gone &&
            setState({
              store,
              entries: null,
              problem: `What is stored could not be read (${error instanceof Error ? error.message : String(error)}). Nothing was deleted. Reload the page to try again.`,
            }),
        );
      };
      stop = store.subscribe(read);
      read();
    };
    void (create ? progress() : knownProgress()).then((store) => {
      if (gone) return;
      if (store !== null) return follow(store);
      setState({ ...NOTHING, entries: [] });
      stop = whenOpened(follow);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [create]);
  return state;
};
