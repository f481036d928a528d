import { useEffect, useState } from 'react';

/** Milliseconds after which the page looks at the clock again: a day may have begun. */
const LOOK = 60_000;

/** The time (Unix milliseconds), looked at again by and by and whenever the page is returned to. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = (): void => setNow(Date.now());
    const timer = setInterval(look, LOOK);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
};
