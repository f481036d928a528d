import type { Surroundings } from './store.ts';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** A name that no other device or tab has. Pages that are not served securely have no `randomUUID`. */
export const uniqueName = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : [...crypto.getRandomValues(new Uint8Array(16))].map(hex).join('');

/** A clock that never shows the same moment twice, nor goes back: what one page remembers keeps its order. */
export const ticking = (now: () => number): (() => number) => {
  let last = 0;
  return () => {
    last = Math.max(now(), last + 1);
    return last;
  };
};

/** What a store needs, from a browser. */
export const inBrowser: Surroundings = { now: () => Date.now(), unique: uniqueName };
