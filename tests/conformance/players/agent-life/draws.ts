/**
 * The random numbers that a real Agent drew in a recorded life, as far as its waits and lines tell them. They are an
 * input of the model's Agent, which computes each wait from such a number by the documented formula: a number is always
 * in [0, 1), so a wait out of the formula's bounds cannot be imitated and shows as a difference.
 */
import type { Draws } from '../../../../src/sim/agent/index.ts';
import type { Outage } from './hidden-renewals.ts';
import { ALMOST_ONE, type Interval, middle, narrow, unit } from './intervals.ts';
import { type Burst, type LifeExchange, type LifeStep, type Line, lifeOf } from './steps.ts';
import { type Renewal, type Watched, watcherDraws } from './watchers.ts';

/** `1m2.5s` → milliseconds. */
export const goMilliseconds = (text: string): number => {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1, µs: 1e-3, ns: 1e-6 };
  let total = 0;
  for (const [, n, u] of text.matchAll(/([\d.]+)(h|ms|m|s|µs|ns)/g)) total += Number(n) * (units[u ?? ''] ?? 0);
  return total;
};

const isLine = (step: LifeStep): step is Line => 'log' in step;
const isCall = (step: LifeStep): step is LifeExchange => 'to' in step && step.by === 'agent';
const isBurst = (step: LifeStep): step is Burst => 'burst' in step;

// ---- logins

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

const loginDraws = (life: readonly LifeStep[], min: number, max: number): number[] => {
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

// ---- watchers

const streams = (name: string, w: Watched, noticed: readonly boolean[] = []): Draws => {
  const { grace, backoff } = watcherDraws(w);
  return {
    [`${name}/grace`]: grace,
    [`${name}/backoff`]: backoff,
    [`${name}/notice`]: noticed.map((seen) => (seen ? 0 : ALMOST_ONE)),
  };
};

const outagesOf = (life: readonly LifeStep[], end: number): Outage[] => {
  const steps = life.flatMap((s) => ('network' in s ? [s] : []));
  return steps.flatMap((s, i) =>
    s.network === 'vault unreachable' ? [{ from: s.at, to: steps[i + 1]?.at ?? end + 1 }] : [],
  );
};

const authOf = (response: unknown): { client_token: string; lease_duration: number; renewable: boolean } | undefined =>
  (response as { auth?: { client_token: string; lease_duration: number; renewable: boolean } } | null)?.auth;

const renewalsBetween = (
  life: readonly LifeStep[],
  of: (c: LifeExchange) => boolean,
  from: number,
  to: number,
): Renewal[] =>
  life.filter(isCall).flatMap((call) => {
    if (!of(call) || call.at === undefined || call.at < from || call.at > to) return [];
    const body = call.response as { lease_duration?: number } | null;
    const granted = call.status < 400 ? (authOf(body)?.lease_duration ?? body?.lease_duration ?? null) : null;
    return [{ at: call.at, granted, denied: call.status === 403 }];
  });

/** A renewal in the moment in which the process ends may go unprinted. */
const noticedOf = (life: readonly LifeStep[], renewals: readonly Renewal[], until: number): boolean[] => {
  const printed = life.filter(isLine).filter((l) => l.log.endsWith('auth.handler: renewed auth token'));
  return renewals
    .filter((r) => r.granted !== null)
    .map((r) => printed.some((l) => l.at >= r.at && l.at <= Math.min(until, r.at + 1)));
};

const tokenDraws = (life: readonly LifeStep[], end: number): Draws => {
  let draws: Draws = {};
  const logins = life.filter(isCall).filter((c) => c.status < 400 && authOf(c.response) && /\/login$/.test(c.path));
  const done = life.filter(isLine).filter((l) => l.log.includes('lifetime watcher done channel triggered'));
  logins.forEach((login, n) => {
    const auth = authOf(login.response);
    if (!auth || login.at === undefined) return;
    const until = logins[n + 1]?.at ?? end;
    const ended = done.find((l) => l.at >= login.at! && l.at <= until);
    const burst = life.filter(isBurst).find((b) => b.at >= login.at! && b.at <= until);
    const ofToken = (c: LifeExchange): boolean => c.path.endsWith('/renew-self') && c.token === auth.client_token;
    const renewals = renewalsBetween(life, ofToken, login.at, until);
    draws = {
      ...draws,
      ...streams(
        `token ${n + 1}`,
        {
          start: login.at,
          seconds: auth.lease_duration,
          renewable: auth.renewable,
          renewals: burst ? [...renewals, { at: burst.at, granted: null, denied: false }] : renewals,
          burst: burst !== undefined,
          done: ended?.at ?? null,
          until,
          outages: outagesOf(life, end),
        },
        noticedOf(life, renewals, until),
      ),
    };
  });
  return draws;
};

// ---- dependencies of templates

/** Client retries: waits of 1 to 1.5 s, then 2 to 3 s. */
const SHORTEST = 3;
const LONGEST = 4.5;

const ofView = (line: string): { name: string; wait: number } | undefined => {
  const m = /\(view\) ([\w.]+\([^)]*\)): [\s\S]*\(retry attempt \d+ after "([^"]+)"\)/.exec(line);
  return m ? { name: m[1] ?? '', wait: goMilliseconds(m[2] ?? '') / 1000 } : undefined;
};

interface Run {
  readonly from: number;
  readonly to: number;
}

const runnersOf = (life: readonly LifeStep[], end: number): Run[] => {
  const starts = life.filter(isLine).filter((l) => l.log.endsWith('(runner) starting'));
  return starts.map((l, i) => ({ from: l.at, to: starts[i + 1]?.at ?? end }));
};

type Sight =
  | { readonly at: number; readonly kind: 'answer'; readonly call: LifeExchange }
  | { readonly at: number; readonly kind: 'refused'; readonly wait: number };

/** What was seen of one path's reads during one runner. */
const sights = (life: readonly LifeStep[], path: string, run: Run): Sight[] => {
  const healed = life.flatMap((s) => ('network' in s && s.network === 'vault reachable' ? [s.at] : []));
  // What came through in the moment in which the way opened must not come before it.
  const after = (at: number): number =>
    Math.max(at, ...healed.filter((h) => Math.abs(h - at) < 0.15).map((h) => h + 0.1));
  return life.flatMap((step): Sight[] => {
    if (!('at' in step) || step.at === undefined || step.at < run.from || step.at > run.to) return [];
    if (isCall(step) && step.method === 'GET' && step.path === `/v1/${path}`)
      return [{ at: after(step.at), kind: 'answer', call: step }];
    const refused = isLine(step) && step.log.includes(`/v1/${path}"`) && step.log.includes('dial tcp');
    const view = refused ? ofView(step.log) : undefined;
    return view ? [{ at: step.at, kind: 'refused', wait: view.wait }] : [];
  });
};

/** Does the client itself try again after such an answer? */
const isRetried = (call: LifeExchange): boolean =>
  (call.status >= 500 && call.status !== 501) || call.status === 412 || call.status === 429;

/** Numbers that make the client's two retries take so long (s) together. */
const bothRetries = (spent: number): number[] => {
  const u = unit((spent - SHORTEST) / (LONGEST - SHORTEST));
  return [u, u];
};

/** The wait before retry 1 or 2 of the client, as a number. */
const oneRetry = (retry: number, gap: number): number => unit((gap / retry - 1) / 0.5);

/** The wait after a read that gave a secret; `null` where its lease is renewed instead. */
const pollWait = (sight: Sight & { kind: 'answer' }, next: Sight | undefined, interval: number, threshold: number) => {
  const { lease_duration: lease, renewable } = sight.call.response as Record<string, unknown>;
  if (renewable === true) return null;
  const base = typeof lease === 'number' && lease > 0 ? lease : interval;
  if (!next) return { u: ALMOST_ONE, wait: 0 };
  let wait = next.at - sight.at;
  if (next.kind === 'refused') {
    // The read fell due some time before its own retries were used up.
    const due = { low: base * (threshold - 0.05), high: base * (threshold + 0.05) };
    const fit = narrow(due, { low: wait - LONGEST, high: wait - SHORTEST });
    wait = (fit.low + fit.high) / 2;
  }
  return { u: unit((wait / base - threshold) / 0.1 + 0.5), wait };
};

const pollDraws = (
  seen: readonly Sight[],
  interval: number,
  threshold: number,
): { interval: number[]; client: number[] } => {
  const intervals: number[] = [];
  const client: number[] = [];
  let attempt = 0;
  seen.forEach((sight, i) => {
    const next = seen[i + 1];
    if (sight.kind === 'answer' && isRetried(sight.call)) {
      attempt = (attempt + 1) % 3;
      if (attempt > 0 && next) client.push(oneRetry(attempt, next.at - sight.at));
      return;
    }
    attempt = 0;
    let pause = 0;
    if (sight.kind === 'refused') pause = sight.wait;
    else {
      if (sight.call.status >= 400 || sight.call.response === null) return;
      const polled = pollWait(sight, next, interval, threshold);
      if (!polled) return;
      intervals.push(polled.u);
      pause = polled.wait;
    }
    if (!next) return;
    const spent = next.at - sight.at - pause;
    if (next.kind === 'refused') client.push(...bothRetries(spent));
    else if (sight.kind === 'refused' && spent > 0.5) {
      // Met by a retry of the client itself: the first after 1 to 1.5 s, the second after 3 to 4.5 s.
      client.push(...(spent < 2 ? [oneRetry(1, spent)] : bothRetries(spent)));
    }
  });
  return { interval: intervals, client };
};

/** The numbers of one lease's watcher. */
const leaseDraws = (
  life: readonly LifeStep[],
  name: string,
  watcher: string,
  got: Sight & { kind: 'answer' },
  end: number,
): Draws => {
  const { lease_id: id, lease_duration: seconds, renewable } = got.call.response as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || typeof seconds !== 'number') return {};
  const since = life.slice(life.indexOf(got.call));
  const about = since.filter(isLine).filter((l) => l.log.includes(`agent: ${name}: `));
  const done = about.find((l) => l.log.includes('renewer done'))?.at ?? null;
  const until = done ?? end;
  const ofLease = (c: LifeExchange): boolean =>
    c.path === '/v1/sys/leases/renew' && (c.body as { lease_id?: string } | null)?.lease_id === id;
  const calls = life.filter(isCall).filter((c) => ofLease(c) && (c.at ?? 0) >= got.at && (c.at ?? 0) <= until);
  const renewals = renewalsBetween(life, ofLease, got.at, until);
  const firstError = renewals.findIndex((r) => r.granted === null);
  const w: Watched = {
    start: got.at,
    seconds,
    renewable: renewable === true,
    // What follows an error are the client's retries of the same call, and the watcher ends with it.
    renewals: firstError < 0 ? renewals : renewals.slice(0, firstError + 1).map((r) => ({ ...r, denied: true })),
    burst: false,
    done: about.some((l) => l.log.includes('failed to renew')) ? null : done,
    until,
    outages: [],
  };
  const errors = calls.filter(isRetried);
  const client = errors.slice(1).map((c, i) => oneRetry(i + 1, (c.at ?? 0) - (errors[i]?.at ?? 0)));
  const refused = about.find((l) => l.log.includes('failed to renew') && l.log.includes('dial tcp'));
  const last = renewals.findLast((r) => r.granted !== null);
  const drawn = streams(watcher, w);
  if (refused && last?.granted) {
    const grace = 0.1 * seconds * (1 + (drawn[`${watcher}/grace`]?.[0] ?? 0.5));
    client.push(...bothRetries(refused.at - last.at - (2 * last.granted + grace) / 3));
  }
  return { ...drawn, [`${watcher}/client`]: client };
};

const dependencyDraws = (life: readonly LifeStep[], end: number, interval: number, threshold: number): Draws => {
  let draws: Draws = {};
  const paths = new Set(
    life
      .filter(isCall)
      .filter((c) => c.method === 'GET' && !/^\/v1\/(?:sys|auth)\//.test(c.path))
      .map((c) => c.path.replace(/^\/v1\//, '')),
  );
  runnersOf(life, end).forEach((run, r) => {
    for (const path of paths) {
      const name = `vault.read(${path})`;
      const stream = `runner ${r + 1}/${name}`;
      const seen = sights(life, path, run);
      const { interval: intervals, client } = pollDraws(seen, interval, threshold);
      draws = { ...draws, [`${stream}/interval`]: intervals, [`${stream}/client`]: client };
      const good = seen.flatMap((s) => (s.kind === 'answer' && s.call.status < 400 && s.call.response ? [s] : []));
      good.forEach((got, m) => {
        draws = { ...draws, ...leaseDraws(life, name, `${stream}/lease ${m + 1}`, got, run.to) };
      });
    }
  });
  return draws;
};

// ---- the rest

const restartDraws = (life: readonly LifeStep[]): number[] => {
  let last: number | null = null;
  return life.filter(isLine).flatMap((l) => {
    const m = /template server restart: retry attempt after (\S+)$/.exec(l.log);
    if (!m) return [];
    // Printed to the nanosecond, to which the wait is cut.
    const wait = goMilliseconds(m[1] ?? '');
    const base = last === null ? 1_000 : Math.min(2 * last, 300_000);
    last = wait;
    return [unit((1 - (wait + 0.5e-6) / base) / 0.25)];
  });
};

const sinkDraws = (life: readonly LifeStep[]): number[] =>
  life.filter(isLine).flatMap((l) => {
    const m = /sink\.server: error returned by sink function, retrying:.* backoff=(\S+)$/.exec(l.log);
    return m ? [unit((goMilliseconds(m[1] ?? '') + 0.5e-6 - 1_000) / 2_000)] : [];
  });

/** Is the end of the last runner printed before the process is gone? */
const finishDraw = (life: readonly LifeStep[]): number => {
  const lines = life.filter(isLine).map((l) => l.log);
  const starts = lines.filter((l) => l.endsWith('(runner) starting')).length;
  const finishes = lines.filter((l) => l.endsWith('(runner) received finish')).length;
  const restarts = lines.filter((l) => l.includes('template server restart')).length;
  // Each runner but the last is seen to end when the next one takes its place, unless it ended by an error.
  return finishes >= starts - restarts && starts > 0 ? 0 : ALMOST_ONE;
};

/** All draws of a recorded life. */
export const drawsOfLife = (steps: readonly object[]): Draws => {
  const { start, life } = lifeOf(steps);
  const method = start.config.auto_auth?.method;
  const min = goMilliseconds(method?.min_backoff ?? '1s');
  const max = goMilliseconds(method?.max_backoff ?? '5m');
  const interval = goMilliseconds(start.config.template_config?.static_secret_render_interval ?? '5m') / 1000;
  const threshold = start.config.template_config?.lease_renewal_threshold ?? 0.9;
  const end = Math.max(...life.map((s) => ('at' in s ? (s.at ?? 0) : 0)));
  return {
    login: loginDraws(life, min, max),
    restart: restartDraws(life),
    sink: sinkDraws(life),
    finish: [finishDraw(life)],
    ...tokenDraws(life, end),
    ...dependencyDraws(life, end, interval, threshold),
  };
};
