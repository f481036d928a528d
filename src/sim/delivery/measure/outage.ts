import { part } from '../../kubernetes/api/object.ts';
import type { Session } from '../../scenario/session.ts';
import { applicationHas } from './plaintext.ts';
import { podsIn, type Subject, scale, statesIn, until, untilReady } from './subject.ts';

/** What it does when Vault cannot be reached for longer than a token lives. */
export interface Outage {
  /** Milliseconds of the outage. */
  readonly lasted: number;
  /** The application had the secret at its end. */
  readonly kept: boolean;
  /** Restarts of containers of the running Pod. */
  readonly restarts: number;
  /** The running Pod in kubectl's column STATUS, at the end. */
  readonly runningPod: string;
  /** A Pod that was added during the outage, ten minutes later. */
  readonly newPod: string;
  /** Milliseconds from the end of the outage until all Pods were ready; null: not within half an hour. */
  readonly readyAfter: number | null;
  /** The same until the application had a version that was written at its end; null: not within an hour. */
  readonly newVersionAfter: number | null;
}

const MINUTE = 60_000;
const LASTED = 120 * MINUTE;
const FAULT = 'vault.down';

const restartsIn = (session: Session, uid: string | undefined): number => {
  const pod = podsIn(session).find(({ metadata }) => metadata.uid === uid);
  const { containerStatuses } = part(pod ?? {}, 'status');
  const statuses = Array.isArray(containerStatuses) ? (containerStatuses as { restartCount?: number }[]) : [];
  return statuses.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
};

/** Take Vault away for two hours, in a run of its own. */
export const outageIn = (session: Session, subject: Subject): Outage => {
  const trial = session.branch();
  trial.advanceTo(trial.now + 10 * MINUTE);
  const [first] = podsIn(trial);
  trial.fault(FAULT, 'begin');
  const end = trial.now + LASTED;
  trial.advanceTo(end - 20 * MINUTE);
  const running = trial.branch();
  scale(trial, subject, 2);
  trial.advanceTo(trial.now + 10 * MINUTE);
  const states = statesIn(trial);
  const added = podsIn(trial).findIndex(({ metadata }) => metadata.uid !== first?.metadata.uid);
  trial.advanceTo(end);
  running.advanceTo(end);
  const kept = applicationHas(running, subject.plaintext);
  const restarts = restartsIn(running, first?.metadata.uid);
  const runningPod = statesIn(running)[0] ?? 'gone';
  trial.fault(FAULT, 'end');
  running.fault(FAULT, 'end');
  running.type(subject.replace);
  return {
    lasted: LASTED,
    kept,
    restarts,
    runningPod,
    newPod: states[added] ?? 'none',
    readyAfter: untilReady(trial, 2, 30 * MINUTE),
    newVersionAfter: until(running, () => applicationHas(running, subject.replacement), 60 * MINUTE),
  };
};
