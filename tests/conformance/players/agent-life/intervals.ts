/** Numbers that are known only to lie between two others. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const ALMOST_ONE = 1 - 1e-9;

/** A number as a draw: in [0, 1); what cannot be told is in the middle. */
export const unit = (u: number): number => (Number.isFinite(u) ? Math.min(ALMOST_ONE, Math.max(0, u)) : 0.5);

/** What both allow; the first where they contradict each other. */
export const narrow = (a: Interval, b: Interval): Interval => {
  const both = { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
  return both.low <= both.high ? both : a;
};

export const middle = ({ low, high }: Interval): number => (low + high) / 2;

/** Seconds by which a recorded time may be off: it is rounded to a tenth, and the real systems took time. */
export const BLUR = 0.1;

/** `1m2.5s` → milliseconds. */
export const goMilliseconds = (text: string): number => {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1, µs: 1e-3, ns: 1e-6 };
  let total = 0;
  for (const [, n, u] of text.matchAll(/([\d.]+)(h|ms|m|s|µs|ns)/g)) total += Number(n) * (units[u ?? ''] ?? 0);
  return total;
};
