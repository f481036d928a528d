import type { RecordedRun } from '../../share/recorded-run.ts';
import type { Step, WorldDefinition } from '../../sim/index.ts';

/** What the workbench is opened with: a world, and what is done in it when it is run. */
export interface Opening {
  readonly title: string;
  /** File of `content/worlds`. */
  readonly worldName: string;
  readonly world: WorldDefinition;
  /** Only the files that differ from the world's. */
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Until when time passes after them, in virtual milliseconds; a first look unless given. */
  readonly until?: number;
}

export const filesOf = (opening: Opening): Readonly<Record<string, string>> => ({
  ...opening.world.files,
  ...opening.files,
});

/** The opening that a recorded run makes: its files, and what was done in it. */
export const openingOf = ({ title, worldName, world, run }: RecordedRun): Opening => ({
  title,
  worldName,
  world,
  files: run?.files ?? {},
  steps: run?.steps ?? [],
});
