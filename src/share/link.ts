import { fromBase64Url, toBase64Url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';
import { type Problem, readRun } from './read-run.ts';
import { LIMITS, type RecordedRun, VERSION } from './recorded-run.ts';

/** The fragment's key; the number before the dot is the version of the form. */
const KEY = 'run';
/** Characters of a fragment. Every current browser takes more; mail and chat programs cut what is much longer. */
export const LONGEST_LINK = 32_000;
/** Bytes of the data inside: files, commands, and the frame around them, each character at most three bytes. */
const LARGEST = 3 * LIMITS.allCharacters;

/** Files that differ from what the world brings; null: not there any more. */
const difference = (
  files: Readonly<Record<string, string>>,
  from: Readonly<Record<string, string>>,
): Record<string, string | null> =>
  Object.fromEntries([
    ...Object.entries(files).filter(([name, text]) => from[name] !== text),
    ...Object.keys(from).flatMap((name) => (name in files ? [] : [[name, null] as const])),
  ]);

const applied = (change: unknown, to: unknown): unknown => {
  if (typeof change !== 'object' || change === null || typeof to !== 'object' || to === null) return change;
  return Object.fromEntries(Object.entries({ ...to, ...change }).filter(([, text]) => text !== null));
};

/** The same run with each file said once. */
const packed = (recorded: RecordedRun): unknown => {
  const { world, files, run } = recorded;
  return {
    ...recorded,
    files: difference(files, world.files),
    run: run && { ...run, files: difference(run.files, world.files) },
  };
};

const unpacked = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const { world, files, run } = value as Readonly<Record<string, unknown>>;
  const from = (world as { files?: unknown } | null | undefined)?.files;
  return {
    ...value,
    files: applied(files, from),
    run: typeof run === 'object' && run !== null ? { ...run, files: applied((run as RecordedRun).files, from) } : run,
  };
};

/** The fragment of an address that holds a run, without `#`; or why there is none. */
export const toFragment = async (run: RecordedRun): Promise<{ fragment: string } | { problem: Problem }> => {
  const fragment = `${KEY}=${VERSION}.${toBase64Url(await deflate(JSON.stringify(packed(run))))}`;
  if (fragment.length <= LONGEST_LINK) return { fragment };
  return {
    problem: {
      text: `The link would have ${fragment.length} characters, more than the ${LONGEST_LINK} that programs carry safely.`,
      remedy: 'Save the run as a file and send that.',
    },
  };
};

const DAMAGED = 'It may have been cut on its way: copy the whole link, or ask for it to be sent again.';

/**
 * The run that an address holds. Whatever the fragment is, it is only read: nothing of it is run but the model's own
 * commands on the model's own world.
 * @param fragment with or without `#`
 * @returns null when the fragment is about something else
 */
export const fromFragment = async (fragment: string): Promise<{ run: RecordedRun } | { problem: Problem } | null> => {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(`${KEY}=`)) return null;
  const broken = (what: string, remedy = DAMAGED) => ({
    problem: { text: `This link cannot be opened: ${what}`, remedy },
  });
  const match = /^(\d{1,6})\.([\w-]+)$/.exec(text.slice(KEY.length + 1));
  if (!match) return broken('it is not in the form of a run.');
  if (text.length > LONGEST_LINK) return broken(`it has more than ${LONGEST_LINK} characters.`);
  if (Number(match[1]) > VERSION)
    return broken('it was made by a newer version of this site.', 'Reload the page, and open the link again.');
  const bytes = fromBase64Url(match[2] ?? '');
  const json = bytes && (await inflate(bytes, LARGEST));
  if (json === 'too large') return broken('what it holds is too large.');
  if (json === null) return broken('its data is damaged.');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return broken('its data is damaged.');
  }
  const read = readRun(unpacked(value));
  return 'run' in read ? read : broken(read.problem.text, read.problem.remedy);
};
