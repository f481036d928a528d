/** Faults tried on a world: begun, looked at by every observer, ended, looked at again. */
import type { AnyStateMachine } from 'xstate';
import type { Time } from '../kernel/index.ts';
import { type Expectation, evaluateAll, type Outcome } from '../scenario/expect/index.ts';
import { Session } from '../scenario/session.ts';
import type { WorldDefinition } from '../scenario/world.ts';
import type { Fault, Observer, Sight } from './fault.ts';

/** What one observer saw in the run. */
export interface Tried extends Pick<Sight, 'says' | 'text'> {
  readonly by: Observer;
  /** One for each expectation of the sight. */
  readonly outcomes: readonly Outcome[];
}

export interface TriedFault {
  readonly fault: Fault;
  readonly observed: readonly Tried[];
  readonly recovery: readonly Outcome[];
  /** The run, at its end. */
  readonly session: Session;
}

/** Tries one fault, on a world of its own. */
export type FaultTrial = (fault: Fault) => TriedFault;

/** Milliseconds from the deployment to the fault: the workload has settled. */
const BEFORE: Time = 60_000;
const DEFAULT_APP = 'app.yaml';

/** An expectation whose times count from a moment, as one whose times count from time 0. */
const from = (moment: Time, end: Time, expected: Expectation): Expectation => ({
  ...expected,
  at: expected.at === undefined ? (expected.within === undefined ? end : moment) : moment + expected.at,
  since: moment + (expected.since ?? 0),
  ...(expected.until !== undefined && { until: moment + expected.until }),
});

const looks = (session: Session, moment: Time, proof: readonly Expectation[]): readonly Outcome[] =>
  evaluateAll(
    session,
    proof.map((expected) => from(moment, session.now, expected)),
    session.now,
  );

/**
 * Try faults on a world. Worlds in which the same workload runs are begun once.
 * @param world with the manifests that the trials name
 */
export const faultTrials = (
  machines: Readonly<Record<string, AnyStateMachine>>,
  world: WorldDefinition,
): FaultTrial => {
  const warm = new Map<string, Session>();
  const deployed = ({ trial: { app = DEFAULT_APP, before } }: Fault): Session => {
    const key = `${app} ${before ?? ''}`;
    const known = warm.get(key);
    if (known) return known.branch();
    const session = new Session(machines, world);
    if (before !== undefined) session.type(before);
    session.type(`kubectl apply -f ${app}`);
    session.advanceTo(session.now + BEFORE);
    warm.set(key, session);
    return session.branch();
  };
  return (fault) => {
    const session = deployed(fault);
    const begun = session.now;
    session.fault(fault.id, 'begin');
    for (const { after, run } of fault.trial.meanwhile ?? []) {
      session.advanceTo(begun + after);
      session.type(run);
    }
    session.advanceTo(begun + fault.trial.lasts);
    const observed = Object.entries(fault.observed).map(([by, { says, text, proof }]) => ({
      by: by as Observer,
      says,
      ...(text !== undefined && { text }),
      outcomes: looks(session, begun, proof),
    }));
    const ended = session.now;
    if (fault.end !== null) session.fault(fault.id, 'end');
    if (fault.recovery.remedy !== undefined) session.type(fault.recovery.remedy);
    session.advanceTo(ended + fault.recovery.within);
    return { fault, observed, recovery: looks(session, ended, fault.recovery.proof), session };
  };
};
