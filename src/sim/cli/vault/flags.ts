/** Flags as Go's package flag reads them, with Vault's own kinds. Source: Go: flag/flag.go; vault: command/base_flags.go. */
import { parseGoDuration } from '../../vault/framework/duration.ts';
import { usage } from './failure.ts';

/** `duration`: Go duration, or whole seconds; `list`: may be repeated; `map`: repeated `key=value`. */
export type FlagKind = 'bool' | 'string' | 'int' | 'duration' | 'list' | 'map';
export type FlagSet = Readonly<Record<string, FlagKind>>;

/** Talking to Vault: every command that does so has these. */
export const HTTP_FLAGS: FlagSet = {
  address: 'string',
  'agent-address': 'string',
  'ca-cert': 'string',
  'ca-path': 'string',
  'client-cert': 'string',
  'client-key': 'string',
  'disable-redirects': 'bool',
  header: 'map',
  mfa: 'list',
  namespace: 'string',
  ns: 'string',
  'non-interactive': 'bool',
  'output-curl-string': 'bool',
  'output-policy': 'bool',
  'policy-override': 'bool',
  'tls-server-name': 'string',
  'tls-skip-verify': 'bool',
  'unlock-key': 'string',
  'wrap-ttl': 'duration',
};
export const FORMAT: FlagSet = { format: 'string' };
export const FIELD: FlagSet = { field: 'string' };

/** What was given on the command line. */
export class Flags {
  readonly #given: Readonly<Record<string, readonly string[]>>;

  constructor(given: Readonly<Record<string, readonly string[]>>) {
    this.#given = given;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#given, name);
  }

  list(name: string): readonly string[] {
    return this.has(name) ? (this.#given[name] ?? []) : [];
  }

  text(name: string, fallback = ''): string {
    return this.list(name).at(-1) ?? fallback;
  }

  bool(name: string): boolean {
    return TRUE.has(this.text(name));
  }

  int(name: string): number | undefined {
    return this.has(name) ? Number(this.text(name)) : undefined;
  }

  /** Seconds. */
  seconds(name: string): number | undefined {
    if (!this.has(name)) return undefined;
    const parsed = parseGoDuration(withUnit(this.text(name)));
    return parsed.error === undefined ? parsed.seconds : undefined;
  }

  map(name: string): Record<string, string> {
    return Object.fromEntries(this.list(name).map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]));
  }
}

const TRUE = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

/** Plain numbers are seconds. (vault: command/base_flags.go, appendDurationSuffix) */
const withUnit = (text: string): string => (/\d$/.test(text) ? `${text}s` : text);

const problemOf = (kind: FlagKind, value: string): string | null => {
  if (kind === 'bool') return TRUE.has(value) || FALSE.has(value) ? null : 'parse error';
  if (kind === 'int') return /^[-+]?\d+$/.test(value) ? null : 'parse error';
  if (kind === 'duration') return parseGoDuration(withUnit(value)).error ?? null;
  if (kind === 'map') return value.includes('=') ? null : `missing = in KV pair: ${JSON.stringify(value)}`;
  return null;
};

/** Asked for help instead. */
export const HELP = Symbol('help');

/**
 * Take the flags from the front of the arguments.
 * @returns flags and the arguments after them, or `HELP`
 * @throws CommandFailure with Go's words, exit 1
 */
export const parseFlags = (set: FlagSet, args: readonly string[]): { flags: Flags; rest: string[] } | typeof HELP => {
  const given: Record<string, string[]> = {};
  let i = 0;
  for (; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-') || arg === '-') break;
    if (arg === '--') {
      i++;
      break;
    }
    const [, dashes = '', name = '', value] = /^(--?)([^=]*)(?:=([\s\S]*))?$/.exec(arg) ?? [];
    if (name === '' || name.startsWith('-')) throw usage(`bad flag syntax: ${arg}`);
    const kind = Object.hasOwn(set, name) ? set[name] : undefined;
    if (!kind) {
      if (name === 'h' || name === 'help') return HELP;
      throw usage(`flag provided but not defined: -${name}`);
    }
    let text = value;
    if (text === undefined) {
      if (kind === 'bool') text = 'true';
      else if (++i < args.length) text = args[i];
      else throw usage(`flag needs an argument: -${name}`);
    }
    const problem = problemOf(kind, text ?? '');
    if (problem !== null) {
      const what = kind === 'bool' ? 'boolean value' : 'value';
      throw usage(`invalid ${what} ${JSON.stringify(text)} for ${kind === 'bool' ? '' : 'flag '}-${name}: ${problem}`);
    }
    void dashes;
    given[name] = [...(given[name] ?? []), (text ?? '').trim() === '' ? (text ?? '') : (text ?? '')];
  }
  return { flags: new Flags(given), rest: args.slice(i) };
};

/** These are also found after the arguments. (vault: command/main.go, setupEnv) */
const ANYWHERE: FlagSet = { format: 'string', 'output-curl-string': 'bool', 'output-policy': 'bool' };

/** Flags that work wherever they stand. */
export const flagsAnywhere = (args: readonly string[]): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [i, arg] of args.entries()) {
    if (arg === '--') break;
    const [, name = '', value] = /^--?([a-z-]+)(?:=([\s\S]*))?$/.exec(arg) ?? [];
    if (Object.hasOwn(ANYWHERE, name))
      found[name] = value ?? (ANYWHERE[name] === 'bool' ? 'true' : (args[i + 1] ?? ''));
  }
  return found;
};

/** What is printed when flags stand behind arguments. (vault: command/base_helpers.go, generateFlagWarnings) */
export const trailingFlags = (rest: readonly string[]): string | null => {
  const trailing = rest.filter((arg) => {
    if (!arg.startsWith('-') || arg === '-') return false;
    return !Object.hasOwn(ANYWHERE, arg.replace(/^-+/, '').split('=')[0] ?? '');
  });
  return trailing.length === 0
    ? null
    : `Command flags must be provided before positional arguments. The following arguments will not be parsed as flags: [${trailing.join(',')}]`;
};
