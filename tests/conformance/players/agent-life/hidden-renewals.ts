/**
 * Renewals that nobody saw, because the way to Vault was closed: only the watcher's end, or the first renewal that came
 * through again, shows what was drawn. Seconds throughout.
 */
import { ALMOST_ONE, BLUR, type Interval, unit } from './intervals.ts';

export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** What is known of a watcher that lost its way. */
export interface Lost {
  /** The last renewal that was seen, and what it granted. */
  readonly at: number;
  readonly granted: number;
  /** What else is known of the grace. */
  readonly grace: Interval;
  readonly outages: readonly Outage[];
  readonly end: { readonly kind: 'done' | 'recovered' | 'open'; readonly at: number };
}

export interface Found {
  readonly grace: number;
  /** Draws of the backoff, in order. */
  readonly backoff: readonly number[];
}

const TOLERANCE = BLUR + 0.02;
const DEEPEST = 6;
const STEPS = 24;

/** The k-th wait of the backoff: 10 s doubling to 300 s, ± 50 %. */
export const backoffRange = (k: number): Interval => {
  const interval = Math.min(10 * 2 ** k, 300);
  return { low: interval * 0.5, high: interval * 1.5 };
};
export const backoffUnit = (k: number, wait: number): number => unit(wait / Math.min(10 * 2 ** k, 300) - 0.5);

const BURST = [ALMOST_ONE, ALMOST_ONE, ALMOST_ONE];

/** Draws that lead from a failed attempt at `t` to the known end, or `null`. */
const search = (lost: Lost, grace: number, t: number, k: number): number[] | null => {
  const expiry = lost.at + lost.granted;
  const remaining = expiry - t;
  const { low, high } = backoffRange(k);
  const { kind, at: end } = lost.end;
  const outage = lost.outages.find((o) => t >= o.from - BLUR && t < o.to);
  if (!outage || remaining <= 0 || k > DEEPEST) return null;
  const longest = remaining - grace;
  const unitOf = (wait: number): number => backoffUnit(k, wait);
  if (kind === 'done') {
    const last = { low: Math.max(low, longest), high: Math.min(high, remaining) };
    if (Math.abs(t - end) <= TOLERANCE && last.low <= last.high) return [unitOf((last.low + last.high) / 2)];
    if (high > remaining && Math.abs(expiry - grace - end) <= TOLERANCE) return BURST;
  } else if (kind === 'recovered') {
    const wait = end - t;
    if (wait >= low && wait <= high && wait < longest && end >= outage.to - BLUR) return [unitOf(wait)];
    if (high > remaining && Math.abs(end - outage.to) <= 0.3 && end < expiry - grace) return BURST;
  } else if (t > end) return [];
  else if (high < longest && t + high > end) return [unitOf(high)];
  const waits = Array.from({ length: 7 }, (_, i) => low + ((high - low) * i) / 6);
  if (kind === 'done') waits.unshift(end - t);
  for (const wait of waits) {
    if (wait < low || wait > high || wait >= longest || (kind !== 'open' && t + wait > end + TOLERANCE)) continue;
    const rest = search(lost, grace, t + wait, k + 1);
    if (rest) return [unitOf(wait), ...rest];
  }
  return null;
};

/** Find a grace and waits that explain the end. */
export const findHidden = (lost: Lost): Found | null => {
  const { low, high } = lost.grace;
  const sleep = (grace: number): number => (2 * lost.granted + grace) / 3;
  // An end at the very first attempt, or without a pause from there on, tells the grace itself.
  const told = [3 * (lost.end.at - lost.at) - 2 * lost.granted, lost.at + lost.granted - lost.end.at];
  const graces = [
    ...told.filter((g) => g >= low && g <= high),
    ...Array.from({ length: STEPS + 1 }, (_, i) => low + ((high - low) * i) / STEPS),
  ];
  for (const grace of graces) {
    const backoff = search(lost, grace, lost.at + sleep(grace), 0);
    if (backoff) return { grace, backoff };
  }
  return null;
};
