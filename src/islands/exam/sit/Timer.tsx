import { useRef } from 'react';
import { type Clock, left } from '../../../exam/attempt/clock.ts';
import { clockText, counted } from '../words.ts';

/** Minutes left at which a sentence is said. */
const WARNINGS = [1, 5, 10];

const warning = (milliseconds: number, limit: number): string => {
  const minute = WARNINGS.find((minutes) => milliseconds <= minutes * 60_000 && limit > minutes * 60_000);
  return minute === undefined ? '' : `Less than ${counted(minute, 'minute')} left.`;
};

/** Time left, or time used where there is no limit. Screen readers hear it at ten, five and one minute, not each second. */
export const Timer = ({ clock }: { clock: Clock }) => {
  const remaining = left(clock);
  const said = remaining === null || clock.limit === null ? '' : warning(remaining, clock.limit);
  const before = useRef(said);
  // What was true when the page opened is on the screen already.
  const fresh = before.current === said ? '' : said;
  return (
    <>
      <span className="time" role="timer" data-short={said !== '' || undefined}>
        <span className="visually-hidden">{remaining === null ? 'Time used: ' : 'Time left: '}</span>
        {clockText(remaining ?? clock.used)}
        {remaining === null && <span className="small soft"> used</span>}
      </span>
      <span className="visually-hidden" role="status">
        {fresh}
      </span>
    </>
  );
};
