/** Time as an exam counts it. Nothing here reads a clock: readings come in with each event. */

/** A reading of the clocks, taken where the program meets the machine. */
export interface Reading {
  /** Unix milliseconds: the clock that people set. */
  readonly wall: number;
  /** Milliseconds on a clock that never goes back, but begins anew with each page. */
  readonly steady: number;
  /** Which page's steady clock it is. */
  readonly page: string;
}

export interface Clock {
  /** Milliseconds allowed; null for no limit. */
  readonly limit: number | null;
  /** Milliseconds used. */
  readonly used: number;
  /** The latest reading. */
  readonly last: Reading;
  /** By how many milliseconds the wall clock was set back so far. */
  readonly setBack: number;
}

/** Milliseconds by which clocks differ without anybody having set one: time servers correct by less. */
const JITTER = 2_000;

/**
 * Milliseconds between two readings. The wall clock counts, because it goes on while the page is closed or the lid is
 * down. A wall clock that was set back is noticed: on the same page the steady clock counts instead, and from one
 * page to another the time between cannot be known and is not counted.
 */
export const between = (last: Reading, now: Reading): { readonly elapsed: number; readonly setBack: number } => {
  const wall = now.wall - last.wall;
  const steady = now.page === last.page ? Math.max(0, now.steady - last.steady) : 0;
  const elapsed = Math.max(wall, steady);
  return { elapsed, setBack: elapsed - wall > JITTER ? elapsed - wall : 0 };
};

/** The clock at a reading. @param counts false while the exam is paused */
export const pass = (clock: Clock, now: Reading, counts = true): Clock => {
  const { elapsed, setBack } = between(clock.last, now);
  return {
    ...clock,
    used: clock.used + (counts ? elapsed : 0),
    last: now,
    setBack: clock.setBack + setBack,
  };
};

/** Milliseconds left; null without a limit. */
export const left = ({ limit, used }: Clock): number | null => (limit === null ? null : Math.max(0, limit - used));

export const isOver = ({ limit, used }: Clock): boolean => limit !== null && used >= limit;
