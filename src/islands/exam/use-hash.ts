import { useEffect, useState } from 'react';

/** The part of the address behind `#`; empty until the page is awake. */
export const useHash = (): readonly [string, (hash: string) => void] => {
  const [hash, setHash] = useState('');
  useEffect(() => {
    const read = (): void => setHash(location.hash);
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const go = (next: string): void => {
    history.pushState(null, '', next === '' ? location.pathname : next);
    setHash(next);
  };
  return [hash, go];
};
