/** `jq`. Source: jq(1). */

import { sorted } from '../../../go/json-write.ts';
import { type Process, type Program, type Run, readText } from '../../program.ts';
import { JqError, parseFilter } from './parse.ts';
import { runFilter } from './run.ts';

interface Options {
  raw: boolean;
  compact: boolean;
  exit: boolean;
  sortKeys: boolean;
  slurp: boolean;
  nullInput: boolean;
  join: boolean;
}

const LONG: Readonly<Record<string, keyof Options>> = {
  'raw-output': 'raw',
  'compact-output': 'compact',
  'exit-status': 'exit',
  'sort-keys': 'sortKeys',
  slurp: 'slurp',
  'null-input': 'nullInput',
  'join-output': 'join',
};
const SHORT: Readonly<Record<string, keyof Options>> = {
  r: 'raw',
  c: 'compact',
  e: 'exit',
  S: 'sortKeys',
  s: 'slurp',
  n: 'nullInput',
  j: 'join',
};

const parseArguments = (args: readonly string[]): { options: Options; words: string[] } | { unknown: string } => {
  const options: Options = {
    raw: false,
    compact: false,
    exit: false,
    sortKeys: false,
    slurp: false,
    nullInput: false,
    join: false,
  };
  const words: string[] = [];
  for (const arg of args) {
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      continue;
    }
    const names = arg.startsWith('--') ? [LONG[arg.slice(2)]] : [...arg.slice(1)].map((letter) => SHORT[letter]);
    for (const name of names) {
      if (name === undefined) return { unknown: arg };
      options[name] = true;
    }
  }
  return { options, words };
};

/** The JSON values of a text, one behind the other. @throws JqError */
const valuesOf = (text: string): unknown[] => {
  const values: unknown[] = [];
  let rest = text.trim();
  while (rest !== '') {
    let end = rest.length;
    // Several values stand on lines of their own: try the whole first, then ever fewer lines.
    for (;;) {
      try {
        values.push(JSON.parse(rest.slice(0, end)));
        break;
      } catch {
        const shorter = rest.lastIndexOf('\n', end - 1);
        if (shorter < 0)
          throw new JqError(`parse error: Invalid numeric literal at line 1, column ${Math.min(rest.length, 20)}`);
        end = shorter;
      }
    }
    rest = rest.slice(end).trim();
  }
  return values;
};

function* inputOf(process: Process, files: readonly string[]): Run<string | null> {
  if (files.length === 0) return process.stdin;
  let all = '';
  for (const file of files) {
    const text = yield* readText(file);
    if (text === null) {
      process.err(`jq: error: Could not open ${file}: No such file or directory\n`);
      return null;
    }
    all += text;
  }
  return all;
}

const printed = (value: unknown, { raw, join, compact, sortKeys }: Options): string => {
  if ((raw || join) && typeof value === 'string') return join ? value : `${value}\n`;
  return `${JSON.stringify(sortKeys ? sorted(value) : value, null, compact ? 0 : 2)}\n`;
};

export const jq: Program = function* (process) {
  const parsed = parseArguments(process.argv.slice(1));
  if ('unknown' in parsed) {
    process.err(
      `Unknown arguments: ${parsed.unknown}\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.org\n`,
    );
    return 2;
  }
  const { options, words } = parsed;
  const [program = '.', ...files] = words;
  const text = options.nullInput ? '' : yield* inputOf(process, files);
  if (text === null) return 2;
  let last: unknown;
  try {
    const filter = parseFilter(program);
    const values = options.nullInput ? [null] : valuesOf(text);
    for (const value of options.slurp ? [values] : values)
      for (const result of runFilter(filter, value)) {
        process.out(printed(result, options));
        last = result;
      }
  } catch (error) {
    if (!(error instanceof JqError || error instanceof SyntaxError)) throw error;
    const compile = /^syntax|not defined/.test(error.message);
    process.err(
      compile ? `jq: error: ${error.message}\njq: 1 compile error\n` : `jq: error (at <stdin>:0): ${error.message}\n`,
    );
    return compile ? 3 : 5;
  }
  return options.exit && (last === null || last === false || last === undefined) ? 1 : 0;
};
