/** `ls`, `test`, `date`: what looks at files and at the clock. Sources: POSIX; GNU coreutils for texts. */
import { byText } from '../../text/order.ts';
import { clock, listNames, type Process, type Program, type Run, readText } from '../program.ts';
import type { Programs } from '../shell/shell.ts';

/** What stands in a directory itself: names of files, and of directories below which files are. */
const entriesOf = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.split('/')[0] ?? ''))].filter((name) => name !== '').sort(byText);

export const ls: Program = function* (process) {
  const args = process.argv.slice(1);
  const flags = args.filter((a) => a.startsWith('-')).join('');
  const paths = args.filter((a) => !a.startsWith('-'));
  const visible = (names: readonly string[]) => (/[aA]/.test(flags) ? names : names.filter((n) => !n.startsWith('.')));
  let status = 0;
  for (const path of paths.length === 0 ? [undefined] : paths) {
    const names = yield* listNames(path);
    if (names.length > 0 || path === undefined) {
      if (paths.length > 1) process.out(`${path}:\n`);
      process.out(
        visible(entriesOf(names))
          .map((name) => `${name}\n`)
          .join(''),
      );
    } else if ((yield* readText(path)) !== null) process.out(`${path}\n`);
    else {
      process.err(`ls: cannot access '${path}': No such file or directory\n`);
      status = 2;
    }
  }
  return status;
};

/** `-f`, `-e`, `-r`, `-s`: a file; `-d`: a directory. */
function* fileTest(operator: string, path: string): Run<boolean> {
  if (operator === '-d') return (yield* listNames(path)).length > 0;
  const text = yield* readText(path);
  if (operator === '-s') return text !== null && text !== '';
  if (text !== null) return true;
  return operator === '-e' && (yield* listNames(path)).length > 0;
}

const NUMBERS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
};

function* holds(words: readonly string[]): Run<boolean> {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 0) return false;
  if (first === '!') return !(yield* holds(words.slice(1)));
  if (words.length === 1) return first !== '';
  if (words.length === 2) {
    if (first === '-n') return second !== '';
    if (first === '-z') return second === '';
    return yield* fileTest(first, second);
  }
  if (second === '=' || second === '==') return first === third;
  if (second === '!=') return first !== third;
  return NUMBERS[second]?.(Number(first), Number(third)) ?? false;
}

const condition = function* (process: Process): Run<number> {
  const words = process.argv.slice(1);
  if (process.argv[0] === '[') {
    if (words.at(-1) !== ']') {
      process.err('sh: [: missing ]\n');
      return 2;
    }
    words.pop();
  }
  return (yield* holds(words)) ? 0 : 1;
};

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The letters of `+FORMAT` that people use. */
const formatted = (format: string, wall: number): string => {
  const iso = new Date(wall).toISOString();
  const parts: Readonly<Record<string, string>> = {
    Y: iso.slice(0, 4),
    m: iso.slice(5, 7),
    d: iso.slice(8, 10),
    H: iso.slice(11, 13),
    M: iso.slice(14, 16),
    S: iso.slice(17, 19),
    F: iso.slice(0, 10),
    T: iso.slice(11, 19),
    s: String(Math.floor(wall / 1000)),
    Z: 'UTC',
    '%': '%',
  };
  return format.replace(/%([YmdHMSFTsZ%])/g, (_, letter: string) => parts[letter] ?? '');
};

export const date: Program = function* (process) {
  const { wall } = yield* clock();
  const format = process.argv.find((a) => a.startsWith('+'));
  const at = new Date(wall);
  const iso = at.toISOString();
  process.out(
    format === undefined
      ? `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2)} ${iso.slice(11, 19)} UTC ${iso.slice(0, 4)}\n`
      : `${formatted(format.slice(1), wall)}\n`,
  );
  return 0;
};

export const filePrograms: Programs = { ls, test: condition, '[': condition, date };
