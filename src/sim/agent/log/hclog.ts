import type { Effect } from '../../kernel/effects.ts';

/** Lines as hashicorp/go-hclog prints them, without the time. Source: go-hclog: intlogger.go. */

export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error';

const ORDER: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error'];

/** Is a line of `level` printed when the logger's threshold is `threshold`? */
export const printed = (level: Level, threshold: Level): boolean => ORDER.indexOf(level) >= ORDER.indexOf(threshold);

const LABELS: Readonly<Record<Level, string>> = {
  trace: '[TRACE] ',
  debug: '[DEBUG] ',
  info: '[INFO]  ',
  warn: '[WARN]  ',
  error: '[ERROR] ',
};

/** A log entry as the process prints it. A line without a logger is plain output. */
export const printLine = (level: Level, logger: string, text: string): string =>
  logger === '' ? text : `${LABELS[level]}${logger}: ${text}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

const escaped = (text: string, quotes: boolean): string => {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    if (ESCAPES[c] !== undefined) out += ESCAPES[c];
    else if (c === '"' && quotes) out += '\\"';
    else if (code < 0x20) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code >= 0x7f && code <= 0xa0) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += c;
  }
  return out;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: go-hclog quotes what is not printable
const NEEDS_QUOTES = /[\s"\u0000-\u001f\u007f]/;

/** A message with its key-value pairs. A value of several lines becomes an indented block. */
export const hclog = (message: string, pairs: readonly (readonly [string, string | number])[] = []): string => {
  if (pairs.length === 0) return message;
  let out = `${message}:`;
  for (const [key, raw] of pairs) {
    const value = typeof raw === 'number' ? String(raw) : raw === '' ? '""' : raw;
    if (typeof raw === 'string' && value.includes('\n')) {
      const lines = (value.endsWith('\n') ? value.slice(0, -1) : value).split('\n');
      out += `\n  ${key}=\n${lines.map((line) => `  | ${escaped(line, false)}\n`).join('')}  `;
    } else if (typeof raw === 'string' && raw !== '' && NEEDS_QUOTES.test(value))
      out += ` ${key}="${escaped(value, true)}"`;
    else out += ` ${key}=${value}`;
  }
  return out;
};

/** Writes lines of one process at or above its log level. */
export class Logger {
  readonly #threshold: Level;
  readonly #name: string;

  /** @param name e.g. `agent.auth.handler` */
  constructor(threshold: Level, name: string) {
    this.#threshold = threshold;
    this.#name = name;
  }

  /** Is a line of this level printed at all? For lines that are costly to make. */
  prints(level: Level): boolean {
    return printed(level, this.#threshold);
  }

  /** The effect of a line, or none where the level is not printed. */
  at(level: Level, message: string, pairs: readonly (readonly [string, string | number])[] = []): Effect[] {
    if (!printed(level, this.#threshold)) return [];
    return [{ type: 'log', params: { level, logger: this.#name, text: hclog(message, pairs) } }];
  }

  debug = (message: string, ...pairs: (readonly [string, string | number])[]): Effect[] =>
    this.at('debug', message, pairs);
  info = (message: string, ...pairs: (readonly [string, string | number])[]): Effect[] =>
    this.at('info', message, pairs);
  warn = (message: string, ...pairs: (readonly [string, string | number])[]): Effect[] =>
    this.at('warn', message, pairs);
  error = (message: string, ...pairs: (readonly [string, string | number])[]): Effect[] =>
    this.at('error', message, pairs);
}

/** A line of plain output. */
export const plain = (text: string): Effect => ({ type: 'log', params: { text } });
