import { useEffect, useState } from 'react';
import type { Entry } from '../../progress/index.ts';
import { due } from '../../review/due.ts';
import { href } from '../../site/href.ts';

/** How much is due, with the way there. */
export const DueToday = ({ entries }: { entries: readonly Entry[] }) => {
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    // After the page is drawn: the history of years takes a moment.
    const timer = setTimeout(() => setTotal(due(entries, Date.now()).total));
    return () => clearTimeout(timer);
  }, [entries]);
  if (!entries.some(({ kind }) => kind === 'attempt' || kind === 'lab')) return null;
  return (
    <p>
      {total === null
        ? 'What you answered comes back before you forget it. '
        : total === 0
          ? 'Nothing is due for review today. '
          : `${total} ${total === 1 ? 'card is' : 'cards are'} due. `}
      <a href={href('/review/')}>{total === 0 ? 'What comes next' : 'Review'}</a>
    </p>
  );
};
