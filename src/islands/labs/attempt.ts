import { forget, keep, recall } from '../shared/session.ts';

/** How far a learner has come with a lab in this tab: survives a reload. */
export interface Attempt {
  /** How often the work was checked. */
  readonly graded: number;
  /** Hints that were asked for. */
  readonly hints: number;
  /** The solution was shown. */
  readonly gaveUp: boolean;
  /** Unix milliseconds at which the clock was started; null: it is not used. */
  readonly clock: number | null;
}

export const FRESH: Attempt = { graded: 0, hints: 0, gaveUp: false, clock: null };

const keyOf = (lab: string): string => `lab ${lab}`;

const isAttempt = (value: unknown): value is Attempt => {
  const it = value as Partial<Attempt> | null;
  return (
    typeof it === 'object' &&
    it !== null &&
    Number.isInteger(it.graded) &&
    Number.isInteger(it.hints) &&
    typeof it.gaveUp === 'boolean' &&
    (it.clock === null || typeof it.clock === 'number')
  );
};

export const recallAttempt = (lab: string): Attempt => {
  const value = recall(keyOf(lab));
  return isAttempt(value) ? value : FRESH;
};

export const keepAttempt = (lab: string, attempt: Attempt): void => {
  if (attempt === FRESH) forget(keyOf(lab));
  else keep(keyOf(lab), attempt);
};
