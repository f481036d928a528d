/** What the watchers of the Agent's own tokens drew. */
import type { Draws } from '../../../../src/sim/agent/index.ts';
import type { Outage } from './hidden-renewals.ts';
import { ALMOST_ONE } from './intervals.ts';
import { isBurst, isCall, isLine, type LifeExchange, type LifeStep } from './steps.ts';
import { type Renewal, type Watched, watcherDraws } from './watchers.ts';

/** A watcher's numbers under the names of its streams. */
export const streams = (name: string, w: Watched, noticed: readonly boolean[] = []): Draws => {
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

/** Renewals of a token or lease within a span (s). */
export const renewalsBetween = (
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

export const tokenDraws = (life: readonly LifeStep[], end: number): Draws => {
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
