import {
  type Exchange,
  exchangesOf,
  type Moment,
  momentsOf,
  type Party,
  partiesOf,
  type Session,
  type Typed,
} from '../../sim/index.ts';

/** What is to be seen of a world at one moment. */
export interface Scene {
  /** Milliseconds since time 0. */
  readonly now: number;
  /** The latest moment that has been reached. */
  readonly end: number;
  readonly parties: readonly Party[];
  /** Up to now, oldest first. */
  readonly exchanges: readonly Exchange[];
  readonly moments: readonly Moment[];
  readonly typed: readonly Typed[];
}

/** @param whole also what is known of the future, when one has gone back in time */
export const sceneOf = (session: Session, whole = false): Scene => {
  const entries = whole ? session.run.known : session.run.history;
  const exchanges = exchangesOf(entries, { start: session.start, withoutControllers: true }).filter((e) => e.at >= 0);
  return {
    now: session.now,
    end: session.run.end - session.start,
    parties: partiesOf(exchanges),
    exchanges,
    moments: momentsOf(entries, session.start).filter((m) => m.at >= 0),
    typed: session.typed,
  };
};
