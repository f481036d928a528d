import { useEffect, useState } from 'react';
import { loadShown, type Shown } from '../../quiz/types/shown.ts';

const loaded = new Map<string, Shown>();

/** Loads a kind of question for later: the next one is there before it is asked for. */
export const preloadKind = async (name: string): Promise<Shown | null> => {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const shown = await loadShown(name);
  if (shown !== null) loaded.set(name, shown);
  return shown;
};

interface Kind {
  /** Null until it is there. */
  readonly kind: Shown | null;
  /** A sentence with a remedy. */
  readonly problem: string | null;
}

const OLD = 'This page is older than the question. Reload it to get the newest.';

/** The code of a kind of question, loaded when it is first asked for. @param name null for none yet */
export const useKind = (name: string | null): Kind => {
  const [state, setState] = useState<{ readonly name: string; readonly problem: string | null } | null>(null);
  useEffect(() => {
    if (name === null || loaded.has(name)) return;
    let gone = false;
    preloadKind(name).then(
      (shown) => !gone && setState({ name, problem: shown === null ? OLD : null }),
      () => !gone && setState({ name, problem: 'A part of this page could not be loaded. Reload it.' }),
    );
    return () => {
      gone = true;
    };
  }, [name]);
  return {
    kind: (name === null ? undefined : loaded.get(name)) ?? null,
    problem: state !== null && state.name === name ? state.problem : null,
  };
};
