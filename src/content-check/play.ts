/**
 * How content meets the model: a player plays a scenario and says what was observed. Lessons draw the exchanges, the
 * content check compares the expectations, questions prove their keys. The player itself stands in `player.ts`.
 */
import type { Exchange, Moment, Party } from '../sim/scenario/story.ts';
import type { Expectation, TimelineEntry } from './schema/scenario.ts';
import type { World } from './schema/world.ts';

export type { Exchange, Moment, Party, PartyKind } from '../sim/scenario/story.ts';

/** A scenario with its world and files put together: everything that determines a run. */
export interface PlayableScenario {
  /** `working-flow`, or `<question>/<option>` for the proof of an answer: for messages and links. */
  readonly id: string;
  readonly title: string;
  readonly world: World;
  /** The world's files with the scenario's own in their place. */
  readonly files: Readonly<Record<string, string>>;
  readonly timeline: readonly TimelineEntry[];
  readonly expect: readonly Expectation[];
}

/** What became of one expectation. */
export interface Outcome {
  readonly held: boolean;
  /** What was seen instead, or the evidence, in one sentence. */
  readonly observed: string;
}

export interface Observations {
  readonly parties: readonly Party[];
  /** By `at`. */
  readonly exchanges: readonly Exchange[];
  /** By `at`; a selection worth showing. */
  readonly moments: readonly Moment[];
  /** One for each entry of `expect`, in its order. */
  readonly outcomes: readonly Outcome[];
  /** Milliseconds of virtual time since time 0. */
  readonly until: number;
}

/** Why a scenario could not be played at all: a file that does not parse, an unknown command. */
export interface Unplayable {
  /** The timeline entry or file at fault, as a path into the scenario: `['timeline', 2, 'run']`, `['files', 'app.yaml']`. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly remedy: string;
}

export type PlayResult =
  | { readonly played: true; readonly observations: Observations }
  | { readonly played: false; readonly problem: Unplayable };

/** Plays a scenario to its last expectation. Pure: the same scenario gives the same result. */
export type Player = (scenario: PlayableScenario) => PlayResult;
