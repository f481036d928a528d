/**
 * The backoff of auto-auth and of the template server's restarts. Milliseconds, `u` in [0, 1).
 * Source: vault: sdk/helper/backoff/backoff.go.
 */

/** vault: sdk/helper/consts: DefaultMinBackoff, DefaultMaxBackoff. */
export const DEFAULT_MIN_BACKOFF = 1_000;
export const DEFAULT_MAX_BACKOFF = 300_000;

const MAX_JITTER = 0.25;

const jittered = (wait: number, u: number): number => Math.floor(wait * (1 - MAX_JITTER * u) * 1e6) / 1e6;

/** Before the first failure, and after a success. */
export const freshBackoff = (min: number, u: number): number => jittered(min, u);

/** After a failure that is not the first: the last wait doubled, at most `max`, and jittered; so the jitter compounds. */
export const grownBackoff = (last: number, max: number, u: number): number => jittered(Math.min(last * 2, max), u);
