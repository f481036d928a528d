import type { AnyStateMachine } from 'xstate';
import { KernelError, type Time } from '../kernel/index.ts';
import { exchangesOf } from './exchanges.ts';
import { type Expectation, evaluateAll, type Outcome, spanOf } from './expect/index.ts';
import { momentsOf } from './moments.ts';
import { partiesOf } from './parties.ts';
import { Session, SessionError } from './session.ts';
import type { Exchange, Moment, Party } from './story.ts';
import type { WorldDefinition } from './world.ts';

/** One line of a timeline: a command typed, a fault that begins or ends, a file saved. */
export interface TimelineEntry {
  readonly at: Time;
  readonly run?: string | undefined;
  readonly fault?: string | undefined;
  readonly heal?: string | undefined;
  readonly save?: string | undefined;
  /** Of the saved file. */
  readonly text?: string | undefined;
}

/** Everything that determines a run and what must be seen in it. */
export interface Play {
  /** With the files that the run begins with. */
  readonly world: WorldDefinition;
  /** By `at`. */
  readonly timeline: readonly TimelineEntry[];
  readonly expect: readonly Expectation[];
}

/** Why a play could not be played: a path into it, what is wrong, what to do. */
export interface PlayProblem {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly remedy: string;
}

export type Played =
  | {
      readonly played: true;
      readonly session: Session;
      readonly outcomes: readonly Outcome[];
      /** Milliseconds since time 0. */
      readonly until: Time;
    }
  | { readonly played: false; readonly problem: PlayProblem };

/** Milliseconds that a run goes on when nothing says until when it is watched. */
const AFTERWARDS = 60_000;
/** Exit code of a shell that does not find a command. */
const NOT_FOUND = 127;

const endOf = ({ timeline, expect }: Play): Time => {
  const last = Math.max(0, ...timeline.map(({ at }) => at));
  const spans = expect.map((e) => spanOf(e, e.until ?? 0)[1]);
  const open = expect.some((e) => e.at === undefined && e.within === undefined && e.until === undefined);
  return Math.max(last + (open || spans.length === 0 ? AFTERWARDS : 0), last, ...spans);
};

const perform = (session: Session, entry: TimelineEntry): Omit<PlayProblem, 'path'> | null => {
  if (entry.at > session.now) session.advanceTo(entry.at);
  if (entry.fault !== undefined) session.fault(entry.fault, 'begin');
  else if (entry.heal !== undefined) session.fault(entry.heal, 'end');
  else if (entry.save !== undefined) session.save(entry.save, entry.text ?? '');
  else if (entry.run !== undefined) {
    const { exit, stderr } = session.type(entry.run);
    if (exit === NOT_FOUND) return { text: stderr.trim(), remedy: 'Use a command that the console has.' };
  }
  return null;
};

const keyOf = (entry: TimelineEntry): string =>
  (['run', 'fault', 'heal', 'save'] as const).find((key) => entry[key] !== undefined) ?? 'at';

const problemOf = (error: unknown, path: PlayProblem['path']): PlayProblem => {
  if (error instanceof SessionError) return { path, text: error.message, remedy: error.remedy };
  if (error instanceof KernelError)
    return { path, text: error.message, remedy: 'This is a mistake of the model; report it.' };
  throw error;
};

/** Play a run to its end and see what becomes of its expectations. Pure: the same play gives the same result. */
export const play = (machines: Readonly<Record<string, AnyStateMachine>>, it: Play): Played => {
  let path: PlayProblem['path'] = ['world'];
  try {
    const session = new Session(machines, it.world);
    for (const [i, entry] of it.timeline.entries()) {
      path = ['timeline', i, keyOf(entry)];
      const problem = perform(session, entry);
      if (problem) return { played: false, problem: { path, ...problem } };
    }
    path = ['expect'];
    const until = Math.max(endOf(it), session.now);
    session.advanceTo(until);
    const outcomes = evaluateAll(session, it.expect, until);
    return { played: true, session, outcomes, until };
  } catch (error) {
    return { played: false, problem: problemOf(error, path) };
  }
};

/** What is to be seen of a session from time 0 on. */
export const storyOf = (
  session: Session,
): {
  readonly parties: readonly Party[];
  readonly exchanges: readonly Exchange[];
  readonly moments: readonly Moment[];
} => {
  const { start } = session;
  const exchanges = exchangesOf(session.run.history, { start, withoutControllers: true }).filter(({ at }) => at >= 0);
  const moments = momentsOf(session.run.history, start).filter(({ at }) => at >= 0);
  const speakers = moments.map(({ party }) => ({ from: party, to: party }));
  return { parties: partiesOf([...exchanges, ...speakers]), exchanges, moments };
};
