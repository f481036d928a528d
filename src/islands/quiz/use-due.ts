import { useEffect, useState } from 'react';
import type { Entry } from '../../progress/index.ts';

/**
 * Ids of the questions that the review would ask today. The scheduler is loaded when there is a history to look at.
 * @param entries null until they are read
 * @returns null until it is known
 */
export const useDue = (entries: readonly Entry[] | null): readonly string[] | null => {
  const [due, setDue] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (entries === null) return;
    if (!entries.some(({ kind }) => kind === 'attempt')) return setDue([]);
    let gone = false;
    import('../../review/due.ts').then(
      (review) => !gone && setDue(review.due(entries, Date.now()).questions),
      // Without the scheduler nothing is known to be due; the other choices work.
      () => !gone && setDue([]),
    );
    return () => {
      gone = true;
    };
  }, [entries]);
  return due;
};
