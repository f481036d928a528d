import type { Time } from '../../kernel/index.ts';
import type { Pause, Pieces, Session } from '../session.ts';
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

const at = (time: Time, { held: is, observed }: Outcome): Outcome => ({
  held: is,
  observed: `at ${spoken(time)} ${observed}`,
});

/** An expectation on its way to an outcome. */
class Watch {
  readonly span: readonly [Time, Time];
  readonly #look: Look;
  readonly #version: ((session: Session) => unknown) | undefined;
  readonly #expectation: Expectation;
  #seen: unknown = Symbol('nothing yet');
  #last: Outcome = held('nothing happened');
  outcome: Outcome | null = null;

  constructor(expectation: Expectation, end: Time) {
    const { look, version } = watchedBy(expectation);
    this.#look = look;
    this.#version = version;
    this.#expectation = expectation;
    this.span = spanOf(expectation, end);
  }

  /** Look at the present moment, if it counts. */
  at(session: Session): void {
    const { within, never, throughout } = this.#expectation;
    const [from, until] = this.span;
    const { now } = session;
    if (this.outcome !== null || now < from) return;
    if (within === undefined && !never && !throughout) {
      this.outcome = at(from, this.#look(session.branch()));
      return;
    }
    const version = this.#version?.(session);
    if (this.#version === undefined || version !== this.#seen) {
      this.#seen = version;
      // What changes nothing needs no branch of its own.
      this.#last = this.#look(this.#version === undefined ? session.branch() : session);
      if (this.#last.held === !throughout) {
        this.outcome = at(now, { held: within !== undefined, observed: this.#last.observed });
        return;
      }
    }
    if (now >= until) this.outcome = at(until, { held: within === undefined, observed: this.#last.observed });
  }

  /** The next moment that is worth a look. */
  next({ now }: Session, due: Time | undefined): Time {
    const [from, until] = this.span;
    if (now < from) return from;
    return Math.min(until, this.#version === undefined ? now + EVERY : Math.max(due ?? until, now + 1));
  }
}

/**
 * What becomes of expectations, all seen on one walk, in pieces. The walk is on a branch: the session stays as it is.
 * @param session one that may have been played further than the expectations ask; what is not played yet is played now
 * @param end of the run, in milliseconds since time 0
 * @returns an outcome for each expectation, in their order
 */
export function* evaluating(
  session: Session,
  expectations: readonly Expectation[],
  end: Time,
  pause: Pause,
): Pieces<readonly Outcome[]> {
  const watches = expectations.map((expectation) => new Watch(expectation, end));
  const walker = session.branch();
  let pending: readonly Watch[] = watches;
  let to = Math.min(...watches.map(({ span }) => span[0]));
  while (pending.length > 0) {
    yield* walker.seeking(to, pause);
    // Everything of this instant has happened.
    walker.seek(to);
    for (const watch of pending) watch.at(walker);
    pending = pending.filter(({ outcome }) => outcome === null);
    const due = walker.nextDue();
    to = Math.min(...pending.map((watch) => watch.next(walker, due)));
    if (pause()) yield;
  }
  return watches.map(({ outcome }) => outcome ?? failed('it was never looked at'));
}

/** The same at once. */
export const evaluateAll = (session: Session, expectations: readonly Expectation[], end: Time): readonly Outcome[] => {
  const pieces = evaluating(session, expectations, end, () => false);
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
};

/** What becomes of one expectation. */
export const evaluate = (session: Session, expectation: Expectation, end: Time): Outcome =>
  evaluateAll(session, [expectation], end)[0] ?? failed('it was never looked at');
