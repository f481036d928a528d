import type { Session } from '../../scenario/session.ts';
import { applicationHas } from './plaintext.ts';
import { podsIn, type Subject, until } from './subject.ts';

/** What a new version of the secret does. */
export interface Update {
  /** Milliseconds from the write until the application has it, one for each trial, shortest first; null: never in the time. */
  readonly seenAfter: readonly (number | null)[];
  /** Milliseconds that were waited. */
  readonly waited: number;
  /** In the trials the application came to it by being started anew. */
  readonly byRestart: boolean;
}

const MINUTE = 60_000;
/** When the new version is written, after the workload has started: odd times, that no interval is hit always alike. */
const WRITES = [7, 11.3, 13.9, 17.1, 19.7, 23.4].map((minutes) => minutes * MINUTE);
const WAITED = 120 * MINUTE;

/** Write a new version at several times, each in a run of its own, and see when the application has it. */
export const updateIn = (session: Session, subject: Subject): Update => {
  let byRestart = false;
  const seenAfter = WRITES.map((at) => {
    const trial = session.branch();
    trial.advanceTo(trial.now + at);
    const before = podsIn(trial).map(({ metadata }) => metadata.uid);
    trial.type(subject.replace);
    const seen = until(trial, () => applicationHas(trial, subject.replacement), WAITED);
    if (seen !== null && podsIn(trial).some(({ metadata }) => !before.includes(metadata.uid))) byRestart = true;
    return seen;
  });
  return { seenAfter: seenAfter.sort((a, b) => (a ?? Infinity) - (b ?? Infinity)), waited: WAITED, byRestart };
};
