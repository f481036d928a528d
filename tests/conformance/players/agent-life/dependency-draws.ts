/** What the dependencies of templates drew: polls, retries of the HTTP client, renewals of leases. */
import type { Draws } from '../../../../src/sim/agent/index.ts';
import { ALMOST_ONE, goMilliseconds, narrow, unit } from './intervals.ts';
import { isCall, isLine, type LifeExchange, type LifeStep } from './steps.ts';
import { renewalsBetween, streams } from './token-draws.ts';
import type { Watched } from './watchers.ts';

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

/** @param interval seconds between reads of static secrets @param threshold of leases */
export const dependencyDraws = (life: readonly LifeStep[], end: number, interval: number, threshold: number): Draws => {
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
