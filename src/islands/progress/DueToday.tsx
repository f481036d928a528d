import type { Entry } from '../../progress/index.ts';
import { due } from '../../review/due.ts';
import { href } from '../../site/href.ts';

/** How much is due, with the way there. */
export const DueToday = ({ entries }: { entries: readonly Entry[] }) => {
  if (!entries.some(({ kind }) => kind === 'attempt' || kind === 'lab')) return null;
  const { total } = due(entries, Date.now());
  return (
    <p>
      {total === 0 ? 'Nothing is due for review today. ' : `${total} ${total === 1 ? 'card is' : 'cards are'} due. `}
      <a href={href('/review/')}>{total === 0 ? 'What comes next' : 'Review'}</a>
    </p>
  );
};
