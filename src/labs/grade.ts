/** Grading: what holds in a learner's world, why not, and which known mistake it looks like. */
import {
  type Expectation,
  evaluate,
  type Outcome,
  type Session,
  SessionError,
  spanOf,
  type Time,
} from '../sim/index.ts';
import { perform } from './answer.ts';
import type { Check, Lab, Variation, WrongAnswer } from './lab.ts';

export interface CheckResult {
  readonly id: string;
  readonly passed: boolean;
  /** What was seen, in one sentence: the evidence, or what stands against it. */
  readonly observed: string;
  /** The variation in which it failed first; null when it passed, or failed as the world stands. */
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
const lookAt = (session: Session, expectations: readonly Expectation[], from: Time): Outcome => {
  const moved = expectations.map((e) => shifted(e, from, session.now));
  const end = Math.max(session.now, ...moved.map((e) => spanOf(e, session.now)[1]));
  session.advanceTo(end);
  let last: Outcome = { held: true, observed: '' };
  for (const e of moved) {
    last = evaluate(session, e, end);
    if (!last.held) return last;
  }
  return last;
};

const checkOf = (session: Session, { id, first, expect, otherwise }: Check): CheckResult => {
  const branch = session.branch();
  const from = branch.now;
  try {
    perform(branch, first, from);
    const { held, observed } = lookAt(branch, expect, from);
    return { id, passed: held, observed: held ? observed : (otherwise ?? observed), variation: null };
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return { id, passed: false, observed: error.message, variation: null };
  }
};

/** Look at checks once more after what a variation does. */
const varied = (session: Session, lab: Lab, variation: Variation): readonly CheckResult[] => {
  const branch = session.branch();
  perform(branch, variation.first, branch.now);
  return lab.checks
    .filter(({ id }) => variation.checks.includes(id))
    .map((check) => ({ ...checkOf(branch, check), variation: variation.id }));
};

const recognize = (session: Session, lab: Lab, failed: ReadonlySet<string>): Grade['recognized'] => {
  for (const wrong of lab.wrong) {
    if (!wrong.fails.every((id) => failed.has(id))) continue;
    const branch = session.branch();
    if (lookAt(branch, wrong.seen, branch.now).held) {
      const { id, hint, misconception } = wrong;
      return { id, hint, misconception };
    }
  }
  return null;
};

/**
 * Grade a world as it stands. Everything happens on branches: the session stays as it is.
 * @param session the learner's, with the files as they are now saved
 * @returns a result for each check, in the lab's order; variations are looked at only when the world itself passes
 */
export const grade = (session: Session, lab: Lab): Grade => {
  let checks = lab.checks.map((check) => checkOf(session, check));
  for (const variation of lab.variations) {
    if (checks.some(({ passed }) => !passed)) break;
    const again = varied(session, lab, variation);
    checks = checks.map((result) => again.find(({ id, passed }) => id === result.id && !passed) ?? result);
  }
  const failed = new Set(checks.flatMap(({ id, passed }) => (passed ? [] : [id])));
  const passed = failed.size === 0;
  return { passed, checks, recognized: passed ? null : recognize(session, lab, failed) };
};
