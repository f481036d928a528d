/** Lower and upper bound of a share, both from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of a two-sided 90 % interval. */
const Z90 = 1.6448536269514722;

/**
 * Wilson's score interval: between which shares of right answers the knowledge behind an exam lies, in nine of ten
 * exams. Unlike the plain interval it is right for few items and for all or none right (Wilson 1927).
 * @param points from 0 to `of`; partly right answers count in parts
 */
export const wilson = (points: number, of: number, z: number = Z90): Interval => {
  if (of === 0) return { low: 0, high: 1 };
  const share = points / of;
  const spread = (z * z) / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};

/** Whether two shares differ by more than chance explains in nine of ten pairs of exams (two proportions, pooled). */
export const differs = (a: { points: number; of: number }, b: { points: number; of: number }): boolean => {
  if (a.of === 0 || b.of === 0) return false;
  const pooled = (a.points + b.points) / (a.of + b.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  return Math.abs(a.points / a.of - b.points / b.of) > Z90 * error;
};
