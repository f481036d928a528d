/**
 * The arithmetic of Vault's LifetimeWatcher. All durations in milliseconds, every `u` in [0, 1).
 * Source: vault: api/lifetime_watcher.go.
 */

/** Part of a lease at its end in which the watcher no longer renews: 10 to 20 % of it. */
export const grace = (lease: number, u: number): number => (lease > 0 ? 0.1 * lease * (1 + u) : 0);

/** How long to wait before the next renewal: two thirds of what remains and a third of the grace. */
export const renewalSleep = (remaining: number, graceOf: number): number => (2 * remaining + graceOf) / 3;

/** The watcher ends when what remains is grace already, or would be after the sleep. */
export const ends = (remaining: number, sleep: number, graceOf: number): boolean =>
  remaining <= graceOf || remaining - sleep <= graceOf;

/** Exponential backoff after a failed renewal. Source: cenkalti/backoff: exponential.go, with the watcher's settings. */
export interface ErrorBackoff {
  /** Virtual time of the first error. */
  readonly since: number;
  /** What remained of the lease then: no wait may end later. */
  readonly longest: number;
  readonly interval: number;
}

const FIRST_INTERVAL = 10_000;
const LONGEST_INTERVAL = 300_000;

export const startBackoff = (at: number, remaining: number): ErrorBackoff => ({
  since: at,
  longest: remaining,
  interval: FIRST_INTERVAL,
});

/**
 * The next wait: the interval ± 50 %, doubling to five minutes. `null` where it would end after the lease; version
 * 1.19.5 then tries again without any pause until the grace begins.
 */
export const nextBackoff = (b: ErrorBackoff, at: number, u: number): { wait: number | null; backoff: ErrorBackoff } => {
  const wait = b.interval * (0.5 + u);
  return {
    wait: at - b.since + wait > b.longest ? null : wait,
    backoff: { ...b, interval: Math.min(b.interval * 2, LONGEST_INTERVAL) },
  };
};
