import { shortDuration } from './duration.ts';
import { goError } from './errors.ts';

/** Everything in seconds; 0: not set. Moments are Unix seconds (fractions allowed). */
export interface TtlInput {
  readonly now: number;
  /** When the token or lease was made; `now` at the start. */
  readonly issued: number;
  readonly defaultLease: number;
  readonly maxLease: number;
  /** Asked for at renewal. */
  readonly increment: number;
  readonly ttl: number;
  readonly period: number;
  readonly maxTtl: number;
  readonly explicitMaxTtl: number;
}

export interface Ttl {
  readonly ttl: number;
  readonly warnings: readonly string[];
}

const capped = (kind: 'TTL' | 'period', asked: number, max: number): string =>
  `${kind} of "${shortDuration(asked)}" exceeded the effective max_ttl of "${shortDuration(max)}"; ${kind} value is capped accordingly`;

/**
 * How long a token or lease lives from now. (vault: sdk/framework/lease.go, CalculateTTL)
 * @throws VaultError (500) `past the max TTL, cannot renew`
 */
export const calculateTtl = (input: TtlInput): Ttl => {
  const warnings: string[] = [];
  // Both moments are cut to the second first, so a second that has begun counts as a whole one.
  const now = Math.floor(input.now);
  const issued = Math.floor(input.issued);
  let max = input.maxLease;
  if (input.maxTtl > 0 && input.maxTtl < max) max = input.maxTtl;
  if (input.explicitMaxTtl > 0 && input.explicitMaxTtl < max) max = input.explicitMaxTtl;

  let ttl: number;
  let ceiling: number | undefined;
  if (input.period > 0) {
    ttl = input.period;
    if (ttl > max) {
      warnings.push(capped('period', ttl, max));
      ttl = max;
    }
    if (input.explicitMaxTtl > 0) ceiling = issued + input.explicitMaxTtl;
  } else {
    ttl = input.increment > 0 ? input.increment : input.ttl > 0 ? input.ttl : input.defaultLease;
    ceiling = issued + max;
  }
  if (ceiling !== undefined) {
    const left = ceiling - now;
    if (left <= 0) throw goError('past the max TTL, cannot renew');
    if (ttl > left) {
      warnings.push(capped('TTL', ttl, Math.floor(left)));
      ttl = left;
    }
  }
  return { ttl: Math.trunc(ttl), warnings };
};
