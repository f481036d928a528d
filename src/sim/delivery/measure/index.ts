import type { AnyStateMachine } from 'xstate';
import { type Cost, costIn } from './cost.ts';
import { type Fleet, fleetIn } from './fleet.ts';
import { type Outage, outageIn } from './outage.ts';
import { type Plaintext, plaintextIn } from './plaintext.ts';
import { deployed, type Subject } from './subject.ts';
import { type Update, updateIn } from './update.ts';

export type { Containers, Cost } from './cost.ts';
export type { Fleet } from './fleet.ts';
export type { Outage } from './outage.ts';
export type { Plaintext } from './plaintext.ts';
export { NotReady, type Subject } from './subject.ts';
export type { Update } from './update.ts';

/** What a way of delivery does, seen in runs of the model. Plain data. */
export interface Measurement {
  /** Milliseconds from `kubectl apply` until the workload is ready. */
  readonly startedAfter: number;
  readonly plaintext: Plaintext;
  readonly update: Update;
  readonly outage: Outage;
  readonly cost: Cost;
  readonly fleet: Fleet;
}

/** Milliseconds after the start at which it is looked where the secret stands. */
const SETTLED = 60_000;

/**
 * Only where the secret stands, a minute after the start.
 * @throws NotReady, SessionError
 */
export const measurePlaintext = (machines: Readonly<Record<string, AnyStateMachine>>, subject: Subject): Plaintext => {
  const { session } = deployed(machines, subject);
  session.advanceTo(session.now + SETTLED);
  return plaintextIn(session, subject.plaintext);
};

/**
 * Measure a way of delivery: deploy its workload in its world and watch. Nothing is stated that was not seen in a run.
 * @throws NotReady when the workload does not start; SessionError when the world cannot be set up
 */
export const measureDelivery = (machines: Readonly<Record<string, AnyStateMachine>>, subject: Subject): Measurement => {
  const { session, startedAfter } = deployed(machines, subject);
  const settled = session.branch();
  settled.advanceTo(settled.now + SETTLED);
  return {
    startedAfter,
    plaintext: plaintextIn(settled, subject.plaintext),
    update: updateIn(session, subject),
    outage: outageIn(session, subject),
    fleet: fleetIn(settled, subject),
    cost: costIn(settled),
  };
};
