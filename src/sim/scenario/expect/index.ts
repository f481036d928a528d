import type { Time } from '../../kernel/index.ts';
import type { Session } from '../session.ts';
import { audit } from './audit.ts';
import { command } from './command.ts';
import { event } from './event.ts';
import type { Expectation, Observed, Outcome } from './expectation.ts';
import { file } from './file.ts';
import { exchange, log } from './history.ts';
import { login } from './login.ts';
import { failed, held, type Look, type Observation } from './look.ts';
import { request } from './request.ts';
import { spoken } from './spoken.ts';
import { that } from './that.ts';
import { token } from './token.ts';

export type { Expectation, Outcome } from './expectation.ts';

/** Every kind of observation. A new one is a file beside this and a line here. */
const KINDS: { readonly [K in keyof Observed]-?: Observation<NonNullable<Observed[K]>> } = {
  that,
  request,
  exchange,
  log,
  audit,
  file,
  token,
  login,
  event,
  command,
};

/** How often something is looked at that gives no sign of its changes. */
const EVERY: Time = 1_000;

interface Watched {
  readonly look: Look;
  readonly version: ((session: Session) => unknown) | undefined;
}

const watched = <K extends keyof Observed>(kind: K, expectation: Expectation): Watched | null => {
  const expected = expectation[kind];
  if (expected === undefined) return null;
  const observation = KINDS[kind] as Observation<NonNullable<Observed[K]>>;
  return {
    look: observation.look(expected as NonNullable<Observed[K]>, expectation.since ?? 0),
    version: observation.version,
  };
};

const NOTHING: Watched = { look: () => failed('the expectation names nothing to look at'), version: undefined };

const watchedBy = (expectation: Expectation): Watched => {
  for (const kind of Object.keys(KINDS) as (keyof Observed)[]) {
    const found = watched(kind, expectation);
    if (found) return found;
  }
  return NOTHING;
};

/** From when to when an expectation must be watched, in milliseconds since time 0. @param end of the run */
export const spanOf = ({ at, within, never, throughout, until }: Expectation, end: Time): readonly [Time, Time] => {
  if (within !== undefined) return [at ?? 0, (at ?? 0) + within];
  if (never || throughout) return [at ?? 0, until ?? end];
  return [at ?? end, at ?? end];
};

/**
 * Look at a session at all moments of a span at which something may have changed, until a look comes out as wanted.
 * @returns that look and its time; null when none did
 */
const search = (
  session: Session,
  { look, version }: Watched,
  [from, until]: readonly [Time, Time],
  wanted: boolean,
): { readonly at: Time; readonly outcome: Outcome; readonly found: boolean } => {
  const walker = session.branch();
  walker.seek(from);
  let seen: unknown = Symbol('nothing yet');
  let last: Outcome = held('nothing happened');
  for (;;) {
    const now = version?.(walker);
    if (version === undefined || now !== seen) {
      seen = now;
      // What changes nothing needs no branch of its own.
      last = look(version === undefined ? walker.branch() : walker);
      if (last.held === wanted) return { at: walker.now, outcome: last, found: true };
    }
    if (walker.now >= until) return { at: until, outcome: last, found: false };
    const due = version === undefined ? walker.now + EVERY : (walker.nextDue() ?? until);
    walker.advanceTo(Math.min(until, Math.max(due, walker.now + 1)));
  }
};

const at = (time: Time, { held: is, observed }: Outcome): Outcome => ({
  held: is,
  observed: `at ${spoken(time)} ${observed}`,
});

/**
 * What becomes of an expectation. Everything happens on branches: the session stays as it is.
 * @param session one that has been played to the end of the expectation's span at least
 * @param end of the run, in milliseconds since time 0
 */
export const evaluate = (session: Session, expectation: Expectation, end: Time): Outcome => {
  const watch = watchedBy(expectation);
  const span = spanOf(expectation, end);
  const { within, never, throughout } = expectation;
  if (within === undefined && !never && !throughout) {
    const branch = session.branch();
    branch.seek(span[0]);
    return at(span[0], watch.look(branch));
  }
  const { at: time, outcome, found } = search(session, watch, span, !throughout);
  const wanted = within !== undefined ? found : !found;
  return at(time, { held: wanted, observed: outcome.observed });
};
