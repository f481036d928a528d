import type { Rich } from '../../quiz/rich/types.ts';
import { RichText } from '../../quiz/rich/view.tsx';

interface Props {
  id: string;
  hints: readonly Rich[];
  /** How many are open. */
  shown: number;
  show: (count: number) => void;
}

/** Hints, one by one, each on request. */
export const Hints = ({ id, hints, shown, show }: Props) => (
  <div className="hints">
    {shown < hints.length && (
      <button type="button" onClick={() => show(shown + 1)}>
        Show a hint ({shown + 1} of {hints.length})
      </button>
    )}
    <div aria-live="polite">
      {hints.slice(0, shown).map((hint, i) => (
        <div className="hint" key={`${id}-${String(i)}`}>
          <RichText text={hint} />
        </div>
      ))}
    </div>
  </div>
);
