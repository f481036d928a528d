import type { Step, WorldDefinition } from '../sim/index.ts';
import { type Bookmark, LIMITS, type PlayedRun, type RecordedRun, VERSION } from './recorded-run.ts';

/** What is wrong with something that was given, and what to do. */
export interface Problem {
  readonly text: string;
  readonly remedy: string;
}

class Refused extends Error {}

const refuse = (where: string, what: string): never => {
  throw new Refused(`${where} ${what}`);
};

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown, where: string): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : refuse(where, 'is not an object');

const textOf = (value: unknown, where: string, most: number): string => {
  if (typeof value !== 'string') return refuse(where, 'is not text');
  return value.length <= most ? value : refuse(where, `has more than ${most} characters`);
};

const listOf = <T>(value: unknown, where: string, most: number, each: (item: unknown, where: string) => T): T[] => {
  if (!Array.isArray(value)) return refuse(where, 'is not a list');
  if (value.length > most) return refuse(where, `has more than ${most} entries`);
  return value.map((item, i) => each(item, `${where}[${i}]`));
};

const timeOf = (value: unknown, where: string): number =>
  typeof value === 'number' && value >= 0 && value <= LIMITS.time
    ? value
    : refuse(where, 'is not a time between 0 and 30 days');

/** A name that can stand in a folder: no path, nothing hidden, nothing that an object has by itself. */
const FILE_NAME = /^[A-Za-z0-9_][\w.-]{0,63}$/;
export const isFileName = (name: string): boolean => FILE_NAME.test(name) && !(name in {});

const nameOf = (value: unknown, where: string): string =>
  typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value) ? value : refuse(where, 'is not a name');

const filesOf = (value: unknown, where: string): Record<string, string> => {
  const entries = Object.entries(fields(value, where));
  if (entries.length > LIMITS.files) refuse(where, `has more than ${LIMITS.files} files`);
  let all = 0;
  return Object.fromEntries(
    entries.map(([name, text]) => {
      if (!isFileName(name)) refuse(where, `has a file with a name that is not allowed: ${JSON.stringify(name)}`);
      const read = textOf(text, `${where}.${name}`, LIMITS.fileCharacters);
      all += read.length;
      if (all > LIMITS.allCharacters) refuse(where, `have more than ${LIMITS.allCharacters} characters together`);
      return [name, read];
    }),
  );
};

const stepOf = (value: unknown, where: string): Step => {
  const step = fields(value, where);
  const at = timeOf(step.at, `${where}.at`);
  const text = (key: string): string => textOf(step[key], `${where}.${key}`, LIMITS.commandCharacters);
  if (step.run !== undefined)
    return { at, run: text('run'), ...(step.stdin !== undefined && { stdin: text('stdin') }) };
  if (step.fault !== undefined) return { at, fault: text('fault') };
  if (step.heal !== undefined) return { at, heal: text('heal') };
  if (step.interrupt === true) return { at, interrupt: true };
  const save = text('save');
  if (!isFileName(save)) refuse(`${where}.save`, 'is not a file name');
  return { at, save, text: textOf(step.text, `${where}.text`, LIMITS.fileCharacters) };
};

const stepsOf = (value: unknown, where: string): Step[] => {
  const steps = listOf(value, where, LIMITS.steps, stepOf);
  if (steps.some((step, i) => step.at < (steps[i - 1]?.at ?? 0))) refuse(where, 'are not in the order of time');
  return steps;
};

const bookmarkOf = (value: unknown, where: string): Bookmark => {
  const { at, name } = fields(value, where);
  return { at: timeOf(at, `${where}.at`), name: textOf(name, `${where}.name`, 200) };
};

const worldOf = (value: unknown, where: string): WorldDefinition => {
  const world = fields(value, where);
  const vault = fields(world.vault, `${where}.vault`);
  const { version, place } = vault;
  if (version !== '1.19' && version !== '1.21') return refuse(`${where}.vault.version`, 'is not 1.19 or 1.21');
  if (place !== 'inside' && place !== 'outside') return refuse(`${where}.vault.place`, 'is not inside or outside');
  const { seed } = world;
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) return refuse(`${where}.seed`, 'is not a whole number');
  return {
    title: textOf(world.title, `${where}.title`, 500),
    about: textOf(world.about, `${where}.about`, 5_000),
    seed,
    ...(world.epoch !== undefined && { epoch: textOf(world.epoch, `${where}.epoch`, 40) }),
    vault: { version, place },
    files: filesOf(world.files, `${where}.files`),
    setup: listOf(world.setup, `${where}.setup`, LIMITS.setup, (item, at) =>
      textOf(item, at, LIMITS.commandCharacters),
    ),
  };
};

const playedOf = (value: unknown, where: string): PlayedRun => {
  const run = fields(value, where);
  return {
    files: filesOf(run.files, `${where}.files`),
    steps: stepsOf(run.steps, `${where}.steps`),
    now: timeOf(run.now, `${where}.now`),
    end: timeOf(run.end, `${where}.end`),
    bookmarks: listOf(run.bookmarks, `${where}.bookmarks`, LIMITS.bookmarks, bookmarkOf),
  };
};

/**
 * Read a run from data of unknown origin. Nothing that is not described by `RecordedRun` gets through, and nothing is
 * done with it but to read it.
 */
export const readRun = (value: unknown): { readonly run: RecordedRun } | { readonly problem: Problem } => {
  try {
    const run = fields(value, 'The run');
    if (run.version !== VERSION) {
      const newer = typeof run.version === 'number' && run.version > VERSION;
      return {
        problem: {
          text: newer ? 'It was made by a newer version of this site.' : 'It says no version that this site knows.',
          remedy: newer
            ? 'Reload the page to get the newest version, and open it again.'
            : 'Ask for it to be sent again.',
        },
      };
    }
    return {
      run: {
        version: VERSION,
        title: textOf(run.title, 'title', 500),
        worldName: nameOf(run.worldName, 'worldName'),
        world: worldOf(run.world, 'world'),
        files: filesOf(run.files, 'files'),
        run: run.run === null ? null : playedOf(run.run, 'run'),
      },
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { problem: { text: `${error.message}.`, remedy: 'It may be damaged: ask for it to be sent again.' } };
  }
};
