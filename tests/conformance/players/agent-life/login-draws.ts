/** What the backoff of failed logins drew. */
import { goMilliseconds, type Interval, middle, narrow, unit } from './intervals.ts';
import { isLine, type LifeStep } from './steps.ts';

interface LoginFailure {
  readonly at: number;
  /** Milliseconds, cut to 10. */
  readonly printed: number;
}

/**
 * The waits after a row of failures. The first is printed at the first and again at the second failure, each later one
 * at the failure after it, all cut to 10 ms; the last is seen only in the time of the next attempt.
 * @param next time of the attempt after the row; `null`: there was none
 */
const waitsOf = (failures: readonly LoginFailure[], next: number | null, min: number, max: number): number[] => {
  const ranges = failures.map(({ at }, i): Interval => {
    const printed = (i === 0 && failures.length === 1 ? failures[0] : failures[i + 1])?.printed;
    if (printed !== undefined) return { low: printed, high: printed + 10 - 1e-6 };
    if (next === null) return { low: 0, high: Number.MAX_VALUE };
    return { low: (next - at) * 1000 - 150, high: (next - at) * 1000 + 150 };
  });
  // Each wait is at most twice and at least one and a half times the one before, as long as that is below the maximum.
  for (let i = ranges.length - 2; i >= 0; i--) {
    const here = ranges[i] as Interval;
    const after = ranges[i + 1] as Interval;
    const high = 2 * here.high >= max ? here.high : after.high / 1.5;
    ranges[i] = narrow(here, { low: Math.min(after.low, max) / 2, high });
  }
  const waits: number[] = [];
  ranges.forEach((range, i) => {
    const base = i === 0 ? min : Math.min(2 * (waits[i - 1] ?? min), max);
    const bounds = { low: 0.75 * base, high: base };
    const last = i === ranges.length - 1 && failures.length > 1 && next === null;
    waits.push(last ? base : middle(narrow(bounds, range)));
  });
  return waits;
};

/** @param min @param max bounds of the backoff, milliseconds */
export const loginDraws = (life: readonly LifeStep[], min: number, max: number): number[] => {
  const draws: number[] = [];
  let failures: LoginFailure[] = [];
  let inFailure = false;
  let lastAttempt: number | null = null;
  const flush = (next: number | null): void => {
    let last: number | null = null;
    for (const wait of waitsOf(failures, next, min, max)) {
      const base: number = last === null ? min : Math.min(2 * last, max);
      draws.push(unit((1 - wait / base) / 0.25));
      last = wait;
    }
    failures = [];
  };
  for (const step of life) {
    if (!isLine(step)) continue;
    if (/auth\.handler: authenticating$/.test(step.log)) lastAttempt = step.at;
    if (/auth\.handler: (?:error|could not|token file validation|authentication returned)/.test(step.log))
      inFailure = true;
    const backoff = inFailure ? /backoff=(\S+)$/.exec(step.log) : null;
    if (backoff) {
      failures.push({ at: step.at, printed: goMilliseconds(backoff[1] ?? '') });
      inFailure = false;
    }
    if (/auth\.handler: authentication successful/.test(step.log)) flush(lastAttempt);
  }
  flush(lastAttempt !== null && lastAttempt > (failures.at(-1)?.at ?? 0) ? lastAttempt : null);
  return draws;
};
