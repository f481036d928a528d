/** Flags as spf13/pflag reads them: anywhere among the arguments, `--name=value`, `--name value`, `-n value`, `-nvalue`, `-it`. */
import { readDuration } from '../../go/duration.ts';
import { KubectlFailure } from './failure.ts';

/** `optional`: a text that may be left out, the flag alone then means `if` (pflag: NoOptDefVal). */
export interface Flag {
  readonly kind: 'bool' | 'text' | 'list' | 'int' | 'duration';
  readonly short?: string;
  readonly otherwise?: string;
  readonly alone?: string;
  readonly help: string;
}

/** Flags by their long name. */
export type FlagSet = Readonly<Record<string, Flag>>;

const TRUE = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);
/** A Go duration (`1m30s`) in milliseconds, `null` where it is none. */
export const milliseconds = (text: string): number | null => {
  const read = readDuration(text);
  return 'error' in read ? null : Number(read.nanoseconds) / 1e6;
};

const durationError = (text: string): string => {
  const read = readDuration(text);
  return 'error' in read ? read.error : '';
};

/** Asked for help instead. */
export class HelpWanted extends Error {}

/** What was given on the command line. */
export class Flags {
  readonly #set: FlagSet;
  readonly #given: Readonly<Record<string, readonly string[]>>;

  constructor(set: FlagSet, given: Readonly<Record<string, readonly string[]>>) {
    this.#set = set;
    this.#given = given;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#given, name);
  }

  /** Every value; commas separate the values of a `list`. */
  list(name: string): readonly string[] {
    return this.has(name) ? (this.#given[name] ?? []) : [];
  }

  text(name: string): string {
    return this.list(name).at(-1) ?? this.#set[name]?.otherwise ?? '';
  }

  bool(name: string): boolean {
    return TRUE.has(this.text(name));
  }

  int(name: string): number {
    return Number(this.text(name));
  }

  /** Milliseconds. */
  duration(name: string): number {
    return milliseconds(this.text(name)) ?? 0;
  }
}

const check = (flag: Flag, shown: string, value: string): void => {
  const quoted = JSON.stringify(value);
  const bad = (why: string) => new KubectlFailure(`error: invalid argument ${quoted} for "${shown}" flag: ${why}`);
  if (flag.kind === 'bool' && !TRUE.has(value) && !FALSE.has(value))
    throw bad(`strconv.ParseBool: parsing ${quoted}: invalid syntax`);
  if (flag.kind === 'int' && !/^[-+]?\d+$/.test(value))
    throw bad(`strconv.ParseInt: parsing ${quoted}: invalid syntax`);
  if (flag.kind === 'duration' && milliseconds(value) === null) throw bad(durationError(value));
};

/** The value of a flag that was given without one. */
const alone = (flag: Flag): string | undefined => flag.alone ?? (flag.kind === 'bool' ? 'true' : undefined);

/**
 * Sort arguments into flags and the rest.
 * @returns flags, arguments, and how many arguments stood before `--` (all when there was none)
 * @throws KubectlFailure with pflag's words; HelpWanted
 */
export const parseFlags = (
  set: FlagSet,
  args: readonly string[],
): { readonly flags: Flags; readonly args: string[]; readonly beforeDash: number | null } => {
  const given: Record<string, string[]> = {};
  const rest: string[] = [];
  let beforeDash: number | null = null;
  const byShort = new Map(Object.entries(set).flatMap(([name, f]) => (f.short ? [[f.short, name] as const] : [])));
  const put = (name: string, shown: string, value: string): void => {
    const flag = set[name];
    if (!flag) return;
    check(flag, shown, value);
    const values = flag.kind === 'list' ? value.split(',') : [value];
    given[name] = [...(given[name] ?? []), ...values];
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      beforeDash = rest.length;
      rest.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      rest.push(arg);
      continue;
    }
    if (arg.startsWith('--')) {
      const [, name = '', value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(arg) ?? [];
      if (name === 'help') throw new HelpWanted();
      const flag = Object.hasOwn(set, name) ? set[name] : undefined;
      if (!flag) throw new KubectlFailure(`error: unknown flag: --${name}`);
      const text = value ?? alone(flag) ?? args[++i];
      if (text === undefined) throw new KubectlFailure(`error: flag needs an argument: --${name}`);
      put(name, flag.short ? `-${flag.short}, --${name}` : `--${name}`, text);
      continue;
    }
    let letters = arg.slice(1);
    while (letters !== '') {
      const letter = letters.charAt(0);
      const name = byShort.get(letter);
      const flag = name === undefined ? undefined : set[name];
      if (letter === 'h' && !flag) throw new HelpWanted();
      if (name === undefined || !flag)
        throw new KubectlFailure(`error: unknown shorthand flag: '${letter}' in -${letters}`);
      let tail = letters.slice(1);
      letters = '';
      let text: string | undefined;
      if (tail.startsWith('=')) text = tail.slice(1);
      else if (alone(flag) !== undefined) {
        text = alone(flag);
        letters = tail;
        tail = '';
      } else text = tail !== '' ? tail : args[++i];
      if (text === undefined)
        throw new KubectlFailure(`error: flag needs an argument: '${letter}' in -${arg.slice(1)}`);
      put(name, `-${letter}, --${name}`, text);
    }
  }
  return { flags: new Flags(set, given), args: rest, beforeDash };
};
