/**
 * How content meets the model: a player plays a scenario and says what was observed. Lessons draw the exchanges, the
 * content check compares the expectations, questions prove their keys. The player itself stands in `player.ts`.
 */
import type { Expectation, TimelineEntry } from './schema/scenario.ts';
import type { World } from './schema/world.ts';

/** Milliseconds of virtual time since the run began. */
export type Milliseconds = number;

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

export const PARTY_KINDS = ['operator', 'workload', 'agent', 'injector', 'kubernetes', 'vault'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A lane of the picture. */
export interface Party {
  readonly id: string;
  readonly kind: PartyKind;
  /** Short: `Agent (init)`. */
  readonly name: string;
}

/** One HTTP exchange. */
export interface Exchange {
  readonly id: number;
  /** The exchange during which this one happened: Vault's TokenReview within the Agent's login. */
  readonly within: number | null;
  /** When the request was sent. */
  readonly at: Milliseconds;
  /** When the answer arrived; null when none came. */
  readonly answeredAt: Milliseconds | null;
  /** Ids of parties. */
  readonly from: string;
  readonly to: string;
  /** `PUT /v1/auth/kubernetes/login`. */
  readonly request: string;
  /** Null when no answer came. */
  readonly status: number | null;
  /** What is asked, in one sentence; used where other exchanges come between question and answer. */
  readonly asks: string;
  /** What was asked and answered, in one sentence: what a screen reader says. */
  readonly sentence: string;
  /** The other side refused, or no answer came. */
  readonly denied: boolean;
  /** Why, in the words of the real system. */
  readonly reason: string | null;
  /** The state in which the other side's machine stopped, `matchingName`; null where there is none to name. */
  readonly state: string | null;
  /** The message as text, shown on demand; null leaves it out. */
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** Something a party shows to nobody in particular: a log line, a written file, a Pod that changes. */
export interface Moment {
  readonly id: number;
  readonly at: Milliseconds;
  readonly party: string;
  readonly kind: 'log' | 'file' | 'pod' | 'fault';
  readonly text: string;
  /** Whether it tells of trouble. */
  readonly trouble: boolean;
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
  readonly until: Milliseconds;
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
