import { useEffect, useState } from 'react';

interface Props {
  /** Minutes that the lab should take at most. */
  minutes: number;
  /** Unix milliseconds at which it was started; null: it does not run. */
  started: number | null;
  onStart: (at: number | null) => void;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** An optional clock. It only tells; nothing ends with it. */
export const Clock = ({ minutes, started, onStart }: Props) => {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (started === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [started]);
  if (started === null) {
    return (
      <button type="button" className="lab-quiet" onClick={() => onStart(Date.now())}>
        Use a clock of {minutes} minutes
      </button>
    );
  }
  const left = Math.round((started + minutes * 60_000 - Math.max(now, started)) / 1000);
  const shown = `${two(Math.floor(Math.abs(left) / 60))}:${two(Math.abs(left) % 60)}`;
  return (
    <p className="lab-clock">
      <span role="timer">{left >= 0 ? `${shown} left` : `${shown} over`}</span>{' '}
      <button type="button" className="lab-quiet" onClick={() => onStart(null)}>
        Stop the clock
      </button>
    </p>
  );
};
