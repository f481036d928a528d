/** What a LifetimeWatcher drew, from the times of its renewals. Seconds throughout. */
import { backoffRange, backoffUnit, findHidden, type Outage } from './hidden-renewals.ts';
import { ALMOST_ONE, BLUR, type Interval, middle, narrow, unit } from './intervals.ts';

export interface Renewal {
  readonly at: number;
  /** Seconds granted; `null`: refused. */
  readonly granted: number | null;
  /** Refused for ever: the watcher ends. */
  readonly denied: boolean;
}

export interface Watched {
  readonly start: number;
  readonly seconds: number;
  readonly renewable: boolean;
  readonly renewals: readonly Renewal[];
  readonly burst: boolean;
  /** When the watcher ended by itself. */
  readonly done: number | null;
  /** How long it was observed. */
  readonly until: number;
  readonly outages: readonly Outage[];
}

export interface WatcherDraws {
  readonly grace: readonly number[];
  readonly backoff: readonly number[];
}

/** One stretch with one grace: it ends when a renewal succeeds after others had failed, for then a new grace is drawn. */
interface Stretch {
  readonly successes: { readonly at: number; readonly granted: number }[];
  readonly errors: number[];
  denied: number | null;
  /** A success after failures. */
  recovered: number | null;
}

const LONGEST_SLEEP = 2.2 / 3;
/** Seconds within which the watcher's end belongs to a renewal. */
const AT_ONCE = 0.3;

const stretchesOf = (w: Watched): Stretch[] => {
  let current: Stretch = { successes: [], errors: [], denied: null, recovered: null };
  const stretches = [current];
  for (const { at, granted, denied } of w.renewals) {
    if (granted === null) {
      if (denied) current.denied = at;
      else current.errors.push(at);
      continue;
    }
    const last = current.successes.at(-1);
    const silent = last !== undefined && at - last.at > LONGEST_SLEEP * last.granted + AT_ONCE;
    if (current.errors.length > 0 || silent) {
      current.recovered = at;
      current = { successes: [], errors: [], denied: null, recovered: null };
      stretches.push(current);
    }
    current.successes.push({ at, granted });
  }
  return stretches;
};

/** The grace, as far as sleeps and decisions tell it. */
const graceRange = (w: Watched, s: Stretch, lease: number, last: boolean): Interval => {
  let range: Interval = { low: 0.1 * lease, high: 0.2 * lease * ALMOST_ONE };
  const first = s.successes[0];
  const failed = s.errors[0] ?? s.denied ?? undefined;
  const attempts = [...s.successes.map((r) => r.at), ...(failed === undefined ? [] : [failed])];
  const sleeps = s.successes.slice(0, attempts.length - 1);
  // All sleeps together: the longer the life, the sharper.
  if (first && sleeps.length > 0) {
    const slept = (attempts.at(-1) ?? 0) - first.at;
    const thirds = sleeps.reduce((sum, r) => sum + (2 / 3) * r.granted, 0);
    const grace = (3 * (slept - thirds)) / sleeps.length;
    const blur = (4.5 * BLUR) / sleeps.length;
    range = narrow(range, { low: grace - blur, high: grace + blur });
  }
  s.successes.forEach((r, i) => {
    const newest = i === s.successes.length - 1 && failed === undefined && s.recovered === null && last;
    const ended = newest && w.done !== null && w.done - r.at < AT_ONCE;
    const unknown = newest && w.done === null && w.until - r.at < AT_ONCE;
    if (ended) range = narrow(range, { low: r.granted / 4 + 1e-6, high: Number.MAX_VALUE });
    else if (!unknown) range = narrow(range, { low: 0, high: r.granted / 4 - 1e-6 });
  });
  // A failure that was slept upon left more than the grace behind the sleep.
  const granted = s.successes.at(-1);
  s.errors.forEach((at, k) => {
    const next = s.errors[k + 1] ?? s.recovered;
    if (granted && next !== undefined && next !== null && next - at > AT_ONCE)
      range = narrow(range, { low: 0, high: granted.at + granted.granted - next - BLUR / 2 });
  });
  return range;
};

/** Draws of the waits between failures that were seen. */
const seenBackoff = (w: Watched, s: Stretch, grace: number): number[] => {
  const granted = s.successes.at(-1);
  return s.errors.map((at, k) => {
    const next = s.errors[k + 1] ?? s.recovered;
    if (next !== null && next !== undefined) return backoffUnit(k, next - at);
    const remaining = granted ? granted.at + granted.granted - at : 0;
    if (w.done === null) return ALMOST_ONE;
    const { low, high } = backoffRange(k);
    return backoffUnit(k, middle({ low: Math.max(low, remaining - grace), high: Math.min(high, remaining) }));
  });
};

/** All draws of one watcher, in the order in which they were drawn. */
export const watcherDraws = (w: Watched): WatcherDraws => {
  const drawn = (grace: number, lease: number): number => unit(grace / (0.1 * lease) - 1);
  if (!w.renewable) {
    const all = { low: 0.1 * w.seconds, high: 0.2 * w.seconds * ALMOST_ONE };
    const told = w.done === null ? Number.NaN : 3 * (w.done - w.start) - 2 * w.seconds;
    const range = narrow(all, { low: told - 3 * BLUR, high: told + 3 * BLUR });
    return { grace: [drawn(middle(range), w.seconds)], backoff: [] };
  }
  const grace: number[] = [];
  const backoff: number[] = [];
  const stretches = stretchesOf(w);
  stretches.forEach((s, i) => {
    const isLast = i === stretches.length - 1;
    const lease = s.successes[0]?.granted ?? w.seconds;
    let range = graceRange(w, s, lease, isLast);
    const last = s.successes.at(-1);
    const end = isLast ? w.done : null;
    if (last && w.burst && end !== null) {
      const told = last.at + last.granted - end;
      range = narrow(range, { low: told - BLUR, high: told + BLUR });
      backoff.push(ALMOST_ONE, ALMOST_ONE, ALMOST_ONE);
    } else if (s.errors.length > 0) backoff.push(...seenBackoff(w, s, middle(range)));
    else if (last && s.denied === null) {
      const due = last.at + LONGEST_SLEEP * last.granted + AT_ONCE;
      const kind = s.recovered !== null ? 'recovered' : end !== null ? 'done' : 'open';
      const at = s.recovered ?? end ?? w.until;
      const cut = w.outages.some((o) => o.from < due && o.to > last.at);
      if (cut && at > last.at + AT_ONCE && (kind !== 'open' || at > due)) {
        const { outages } = w;
        const found = findHidden({ at: last.at, granted: last.granted, grace: range, outages, end: { kind, at } });
        if (found) {
          grace.push(drawn(found.grace, lease));
          backoff.push(...found.backoff);
          return;
        }
      }
    }
    grace.push(drawn(middle(range), lease));
  });
  return { grace, backoff };
};
