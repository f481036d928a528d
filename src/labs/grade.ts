/** Grading: what holds in a learner's world, why not, and which known mistake it looks like. */
import {
  type Expectation,
  evaluating,
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

/** What becomes of expectations. @param from the moment that times count from; what names no time is looked at now */
function* looking(
  session: Session,
  expectations: readonly Expectation[],
  from: Time,
  pause: Pause,
): Pieces<readonly Outcome[]> {
  const moved = expectations.map((e) => shifted(e, from, session.now));
  return yield* evaluating(
    session,
    moved,
    Math.max(session.now, ...moved.map((e) => spanOf(e, session.now)[1])),
    pause,
  );
}

/** The first thing that does not hold decides; else the last is the evidence. */
const resultOf = ({ id, otherwise }: Check, outcomes: readonly Outcome[]): CheckResult => {
  const failed = outcomes.find(({ held }) => !held);
  const observed = failed === undefined ? (outcomes.at(-1)?.observed ?? '') : (otherwise ?? failed.observed);
  return { id, passed: failed === undefined, observed, variation: null };
};

/** A check before which the grader does something. */
function* checking(session: Session, check: Check, pause: Pause): Pieces<CheckResult> {
  const branch = session.branch();
  const from = branch.now;
  try {
    yield* performing(branch, check.first, from, pause);
    return resultOf(check, yield* looking(branch, check.expect, from, pause));
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return { id: check.id, passed: false, observed: error.message, variation: null };
  }
}

/** Checks, in their order. Those before which nothing is done are all seen on one walk. */
function* checkingAll(session: Session, checks: readonly Check[], pause: Pause): Pieces<readonly CheckResult[]> {
  const plain = checks.filter(({ first }) => first.length === 0);
  const outcomes = [
    ...(yield* looking(
      session,
      plain.flatMap(({ expect }) => expect),
      session.now,
      pause,
    )),
  ];
  const results: CheckResult[] = [];
  for (const check of checks) {
    if (check.first.length > 0) results.push(yield* checking(session, check, pause));
    else results.push(resultOf(check, outcomes.splice(0, check.expect.length)));
  }
  return results;
}

/** Look at checks once more after what a variation does. */
function* varying(session: Session, lab: Lab, variation: Variation, pause: Pause): Pieces<readonly CheckResult[]> {
  const branch = session.branch();
  yield* performing(branch, variation.first, branch.now, pause);
  const checks = lab.checks.filter(({ id }) => variation.checks.includes(id));
  const results = yield* checkingAll(branch, checks, pause);
  return results.map((result) => ({ ...result, variation: variation.id }));
}

function* recognizing(
  session: Session,
  lab: Lab,
  failed: ReadonlySet<string>,
  pause: Pause,
): Pieces<Grade['recognized']> {
  for (const wrong of lab.wrong) {
    if (!wrong.fails.every((id) => failed.has(id))) continue;
    const outcomes = yield* looking(session, wrong.seen, session.now, pause);
    if (outcomes.some(({ held }) => !held)) continue;
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
  let checks = yield* checkingAll(session, lab.checks, pause);
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
