/** Grading: what holds in a learner's world, why not, and which known mistake it looks like. */
import {
  type Expectation,
  evaluate,
  type Outcome,
  type Pause,
  type Pieces,
  type Session,
  SessionError,
  spanOf,
  type Time,
} from '../sim/index.ts';
import { performing } from './answer.ts';
import type { Check, Lab, Variation, WrongAnswer } from './lab.ts';

export interface CheckResult {
  readonly id: string;
  readonly passed: boolean;
  /** What was seen, in one sentence: the evidence, or what stands against it. */
  readonly observed: string;
  /** The variation in which it failed; null when it passed, or failed as the world stands. */
  readonly variation: string | null;
}

export interface Grade {
  readonly passed: boolean;
  /** In the order of the lab's checks. */
  readonly checks: readonly CheckResult[];
  /** The known wrong answer that this looks like. */
  readonly recognized: Pick<WrongAnswer, 'id' | 'hint' | 'misconception'> | null;
}

const shifted = (e: Expectation, from: Time, now: Time): Expectation => ({
  ...e,
  at: e.at === undefined ? now : e.at + from,
  ...(e.until !== undefined && { until: e.until + from }),
  ...(e.since !== undefined && { since: e.since + from }),
});

/**
 * The first expectation that does not hold, or the last that does.
 * @param from the moment that times count from; what names no time is looked at when the session has got to
 */
function* looking(session: Session, expectations: readonly Expectation[], from: Time, pause: Pause): Pieces<Outcome> {
  const moved = expectations.map((e) => shifted(e, from, session.now));
  const end = Math.max(session.now, ...moved.map((e) => spanOf(e, session.now)[1]));
  yield* session.advancing(end, pause);
  let last: Outcome = { held: true, observed: '' };
  for (const e of moved) {
    last = evaluate(session, e, end);
    if (!last.held) return last;
    if (pause()) yield;
  }
  return last;
}

function* checking(session: Session, { id, first, expect, otherwise }: Check, pause: Pause): Pieces<CheckResult> {
  const branch = session.branch();
  const from = branch.now;
  try {
    yield* performing(branch, first, from, pause);
    const { held, observed } = yield* looking(branch, expect, from, pause);
    return { id, passed: held, observed: held ? observed : (otherwise ?? observed), variation: null };
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return { id, passed: false, observed: error.message, variation: null };
  }
}

/** Look at checks once more after what a variation does. */
function* varying(session: Session, lab: Lab, variation: Variation, pause: Pause): Pieces<readonly CheckResult[]> {
  const branch = session.branch();
  yield* performing(branch, variation.first, branch.now, pause);
  const results: CheckResult[] = [];
  for (const check of lab.checks) {
    if (!variation.checks.includes(check.id)) continue;
    results.push({ ...(yield* checking(branch, check, pause)), variation: variation.id });
  }
  return results;
}

function* recognizing(
  session: Session,
  lab: Lab,
  failed: ReadonlySet<string>,
  pause: Pause,
): Pieces<Grade['recognized']> {
  for (const wrong of lab.wrong) {
    if (!wrong.fails.every((id) => failed.has(id))) continue;
    const branch = session.branch();
    const { held } = yield* looking(branch, wrong.seen, branch.now, pause);
    if (!held) continue;
    const { id, hint, misconception } = wrong;
    return { id, hint, misconception };
  }
  return null;
}

/**
 * Grade a world as it stands, in pieces. Everything happens on branches: the session stays as it is.
 * @param session the learner's, with the files as they are now saved
 * @returns a result for each check, in the lab's order; variations are looked at only when the world itself passes
 */
export function* grading(session: Session, lab: Lab, pause: Pause): Pieces<Grade> {
  let checks: CheckResult[] = [];
  for (const check of lab.checks) {
    checks.push(yield* checking(session, check, pause));
    yield;
  }
  for (const variation of lab.variations) {
    if (checks.some(({ passed }) => !passed)) break;
    const again = yield* varying(session, lab, variation, pause);
    checks = checks.map((result) => again.find(({ id, passed }) => id === result.id && !passed) ?? result);
  }
  const failed = new Set(checks.flatMap(({ id, passed }) => (passed ? [] : [id])));
  const passed = failed.size === 0;
  return { passed, checks, recognized: passed ? null : yield* recognizing(session, lab, failed, pause) };
}

const NEVER: Pause = () => false;

/** The same at once. */
export const grade = (session: Session, lab: Lab): Grade => {
  const pieces = grading(session, lab, NEVER);
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
};
