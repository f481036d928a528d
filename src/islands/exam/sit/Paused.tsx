import type { Attempt } from '../../../exam/attempt/attempt.ts';
import { left } from '../../../exam/attempt/clock.ts';
import { clockText } from '../words.ts';

interface Props {
  attempt: Attempt;
  resume: () => void;
}

/** Time stands, and the item is covered. */
export const Paused = ({ attempt, resume }: Props) => {
  const remaining = left(attempt.clock);
  return (
    <section className="exam-paused" aria-labelledby="paused">
      <h2 id="paused" tabIndex={-1}>
        Paused
      </h2>
      <p>
        {remaining === null ? 'The exam waits.' : `The clock stands at ${clockText(remaining)}.`} You can close this
        page; the exam stays as it is in this browser.
      </p>
      <p>
        <button type="button" className="primary" onClick={resume}>
          Go on
        </button>
      </p>
    </section>
  );
};
