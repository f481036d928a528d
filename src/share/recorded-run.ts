import type { Step, Time, WorldDefinition } from '../sim/index.ts';

/** A moment that somebody wants to come back to. */
export interface Bookmark {
  readonly at: Time;
  readonly name: string;
}

/** What was done in a world: enough to play it again, byte for byte. Times are milliseconds since time 0. */
export interface PlayedRun {
  /** The files the world began with. */
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** The moment that is shown, and the latest that was reached. */
  readonly now: Time;
  readonly end: Time;
  readonly bookmarks: readonly Bookmark[];
}

/** A workbench as plain data: what a link, a stored draft and a saved file hold. */
export interface RecordedRun {
  readonly version: typeof VERSION;
  readonly title: string;
  /** How content calls the world: a file of `content/worlds`. */
  readonly worldName: string;
  readonly world: WorldDefinition;
  /** The files as they stand in the editor. */
  readonly files: Readonly<Record<string, string>>;
  /** Null before the first run. */
  readonly run: PlayedRun | null;
}

/** Raised when a reader of an older version would misunderstand. */
export const VERSION = 1;

/** What is more than this is refused: nobody writes it by hand, and it would only keep the page busy. */
export const LIMITS = {
  files: 64,
  fileCharacters: 200_000,
  allCharacters: 600_000,
  steps: 2_000,
  commandCharacters: 20_000,
  setup: 200,
  bookmarks: 200,
  /** Thirty days of virtual time. */
  time: 30 * 24 * 3_600_000,
} as const;
