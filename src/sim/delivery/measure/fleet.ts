import type { Session } from '../../scenario/session.ts';
import { costOf } from './cost.ts';
import { type Subject, scale, untilReady } from './subject.ts';

/** What many Pods of the workload cost together, the application's own container left out. */
export interface Fleet {
  readonly pods: number;
  /** Bytes requested by everything that runs for them, shared Pods included. */
  readonly memory: number;
  readonly containers: number;
  /** Requests that reach Vault in a quiet hour. */
  readonly requestsPerHour: number;
}

const PODS = 10;
const HOUR = 3_600_000;

/** Run ten Pods on the node for some hours, in a run of its own. */
export const fleetIn = (session: Session, subject: Subject): Fleet => {
  const trial = session.branch();
  scale(trial, subject, PODS);
  untilReady(trial, PODS);
  trial.advanceTo(trial.now + HOUR);
  const { perPod, shared, requestsPerHour } = costOf(trial, 1);
  return {
    pods: PODS,
    memory: perPod.memory * PODS + shared.memory,
    containers: perPod.running * PODS + shared.running,
    requestsPerHour,
  };
};
