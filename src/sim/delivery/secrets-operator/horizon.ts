import { Random } from '../../kernel/random.ts';

/**
 * When the operator looks at a resource again. All durations in milliseconds, every `u` in [0, 1).
 * Source: vault-secrets-operator 1.4.1: controllers/common.go, main.go, cenkalti/backoff: exponential.go.
 */

/** Pause after an error that is not Vault's. */
export const ON_ERROR = 5_000;
/** How often a static secret without `refreshAfter` is compared. */
export const DRIFT_CHECK = 60_000;

/** A duration less 10 to 20 %. */
export const horizonWithJitter = (duration: number, u: number): number => Math.round(duration * (0.9 - 0.1 * u));

const CAP = 90;

/** When a lease is renewed: at its percentage, and up to 10 % of the lease later. */
export const renewalHorizon = (lease: number, percent: number, u: number): number =>
  Math.round((lease * Math.max(0, Math.min(CAP, percent))) / 100 + lease * 0.1 * (1 - u));

/** Back-off of errors from Vault: 5 s, half as much again each time up to 60 s, ±50 %. */
export const backoff = (failures: number, u: number): number => {
  const interval = Math.min(60_000, 5_000 * 1.5 ** failures);
  return Math.round(interval * (0.5 + u));
};

/** A number in [0, 1) for a wait. */
export const luck = (entropy: number): number => new Random(entropy).float();
