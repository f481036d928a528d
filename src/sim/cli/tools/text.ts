/** The small text programs of a shell. Sources: POSIX; GNU coreutils and grep for texts. */
import { base64, fromBase64, fromUtf8, utf8 } from '../../jwt/index.ts';
import { type Process, type Program, type Run, readText, sleep } from '../program.ts';
import type { Programs } from '../shell/shell.ts';

/** Concatenated text of the named files, or standard input; `null` after an error was printed. */
function* inputs(process: Process, names: readonly string[]): Run<string | null> {
  if (names.length === 0) return process.stdin;
  let all = '';
  for (const name of names) {
    const text = name === '-' ? process.stdin : yield* readText(name);
    if (text === null) {
      process.err(`${process.argv[0]}: ${name}: No such file or directory\n`);
      return null;
    }
    all += text;
  }
  return all;
}

const split = (args: readonly string[]): { flags: string[]; names: string[] } => ({
  flags: args.filter((a) => a.startsWith('-') && a !== '-'),
  names: args.filter((a) => !a.startsWith('-') || a === '-'),
});

const lines = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

export const cat: Program = function* (process) {
  const text = yield* inputs(process, split(process.argv.slice(1)).names);
  if (text === null) return 1;
  process.out(text);
  return 0;
};

export const echo: Program = function* (process) {
  const plain = process.argv[1] === '-n';
  const escapes = process.argv[1] === '-e';
  const text = process.argv.slice(plain || escapes ? 2 : 1).join(' ');
  process.out((escapes ? text.replace(/\\n/g, '\n').replace(/\\t/g, '\t') : text) + (plain ? '' : '\n'));
  return 0;
};

export const printf: Program = function* (process) {
  const [, format = '', ...args] = process.argv;
  const text = format.replace(/\\n/g, '\n').replace(/\\t/g, '\t');
  process.out(text.replace(/%[sd%]/g, (m) => (m === '%%' ? '%' : (args.shift() ?? ''))));
  return 0;
};

export const grep: Program = function* (process) {
  const { flags, names } = split(process.argv.slice(1));
  const [pattern, ...files] = names;
  if (pattern === undefined) {
    process.err('Usage: grep [OPTION]... PATTERNS [FILE]...\n');
    return 2;
  }
  const has = (letter: string): boolean => flags.some((f) => !f.startsWith('--') && f.includes(letter));
  let test: RegExp;
  try {
    // Basic regular expressions and JavaScript's differ in their escapes; the patterns people type mean the same in both.
    const source = has('F') ? pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : pattern;
    test = new RegExp(source, has('i') ? 'i' : '');
  } catch {
    process.err(`grep: ${pattern}: this pattern is not understood\n`);
    return 2;
  }
  const text = yield* inputs(process, files);
  if (text === null) return 2;
  const found = lines(text).filter((l) => test.test(l) !== has('v'));
  if (has('c')) process.out(`${found.length}\n`);
  else if (!has('q')) {
    const hits = has('o') ? found.flatMap((l) => l.match(new RegExp(test.source, `${test.flags}g`)) ?? []) : found;
    process.out(hits.map((l) => `${l}\n`).join(''));
  }
  return found.length > 0 ? 0 : 1;
};

const counted = (name: string, pick: (all: string[], n: number) => string[]): Program =>
  function* (process) {
    const args = process.argv.slice(1);
    const i = args.findIndex((a) => /^-n?\d+$/.test(a) || a === '-n');
    const n = i < 0 ? 10 : Number(args[i] === '-n' ? args[i + 1] : args[i]?.replace(/^-n?/, ''));
    const files = i < 0 ? args : args.filter((_, k) => k !== i && !(args[i] === '-n' && k === i + 1));
    if (!Number.isInteger(n)) {
      process.err(`${name}: invalid number of lines: ‘${args[i + 1] ?? ''}’\n`);
      return 1;
    }
    const text = yield* inputs(process, files);
    if (text === null) return 1;
    process.out(
      pick(lines(text), n)
        .map((l) => `${l}\n`)
        .join(''),
    );
    return 0;
  };

export const head = counted('head', (all, n) => all.slice(0, n));
export const tail = counted('tail', (all, n) => (n === 0 ? [] : all.slice(-n)));

export const wc: Program = function* (process) {
  const text = yield* inputs(process, split(process.argv.slice(1)).names);
  if (text === null) return 1;
  process.out(`${(text.match(/\n/g) ?? []).length}\n`);
  return 0;
};

/** The fields that a list of cut names: `1,3`, `2-`, `-2`. */
const fieldsOf = (list: string): ((field: number) => boolean) | null => {
  const spans = list.split(',').map((part) => /^(?:(\d+)|(\d*)-(\d*))$/.exec(part));
  if (list === '' || spans.some((span) => span === null || span[0] === '-')) return null;
  return (field) =>
    spans.some((span) =>
      span?.[1] !== undefined
        ? field === Number(span[1])
        : field >= Number(span?.[2] || 1) && field <= Number(span?.[3] || Number.POSITIVE_INFINITY),
    );
};

export const cut: Program = function* (process) {
  const given: Record<string, string> = { d: '\t' };
  const names: string[] = [];
  const args = process.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const option = /^-([df])(.*)$/s.exec(arg);
    if (!option) names.push(arg);
    else given[option[1] ?? ''] = option[2] || (args[++i] ?? '');
  }
  const wanted = fieldsOf(given.f ?? '');
  if (wanted === null) {
    process.err('cut: you must specify a list of fields: cut -d DELIMITER -f LIST\n');
    return 1;
  }
  const text = yield* inputs(process, names);
  if (text === null) return 1;
  const delimiter = given.d ?? '\t';
  const fields = (line: string): string =>
    line.includes(delimiter)
      ? line
          .split(delimiter)
          .filter((_, i) => wanted(i + 1))
          .join(delimiter)
      : line;
  process.out(
    lines(text)
      .map((line) => `${fields(line)}\n`)
      .join(''),
  );
  return 0;
};

/** The characters of a set of tr: escapes and ranges written out. */
const setOf = (text: string): string[] => [
  ...text
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/(.)-(.)/g, (_, from: string, to: string) => {
      const length = to.charCodeAt(0) - from.charCodeAt(0) + 1;
      return length > 0 ? String.fromCharCode(...Array.from({ length }, (_, k) => from.charCodeAt(0) + k)) : '';
    }),
];

export const tr: Program = function* (process) {
  const remove = process.argv[1] === '-d';
  const from = setOf(process.argv[remove ? 2 : 1] ?? '');
  const to = remove ? [] : setOf(process.argv[2] ?? '');
  const one = (c: string): string => {
    const i = from.indexOf(c);
    return i < 0 ? c : (to[Math.min(i, to.length - 1)] ?? '');
  };
  process.out([...process.stdin].map(one).join(''));
  return 0;
};

export const sort: Program = function* (process) {
  const text = yield* inputs(process, split(process.argv.slice(1)).names);
  if (text === null) return 1;
  process.out(
    lines(text)
      .sort()
      .map((l) => `${l}\n`)
      .join(''),
  );
  return 0;
};

export const base64Program: Program = function* (process) {
  const { flags, names } = split(process.argv.slice(1));
  const text = yield* inputs(
    process,
    names.filter((n) => n !== '0'),
  );
  if (text === null) return 1;
  if (flags.some((f) => f === '-d' || f === '-D' || f === '--decode')) {
    // What can be decoded is printed before the complaint; padding may be missing at the end (GNU coreutils 9.5).
    const given = text.replace(/[\n\r]/g, '');
    const good = /^[A-Za-z0-9+/]*/.exec(given)?.[0] ?? '';
    const whole = good.length % 4 === 1 ? good.slice(0, -1) : good;
    const decoded = fromBase64(whole + '='.repeat((4 - (whole.length % 4)) % 4));
    if ('bytes' in decoded) process.out(fromUtf8(decoded.bytes));
    if (!('bytes' in decoded) || whole.length < good.length || !/^={0,2}$/.test(given.slice(good.length))) {
      process.err('base64: invalid input\n');
      return 1;
    }
  } else process.out(`${base64(utf8(text))}\n`);
  return 0;
};

/** `sleep 5`, `sleep 2m`: lets virtual time pass. */
export const sleepProgram: Program = function* (process) {
  const m = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(process.argv[1] ?? '');
  if (!m) {
    process.err(`sleep: invalid time interval ‘${process.argv[1] ?? ''}’\n`);
    return 1;
  }
  const unit = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }[m[2] ?? ''] ?? 1;
  yield* sleep(Number(m[1]) * unit * 1000);
  return 0;
};

/** `seq LAST`, `seq FIRST LAST`, `seq FIRST STEP LAST`. */
const seq: Program = function* (process) {
  const numbers = process.argv.slice(1).map(Number);
  const [first = 1, step = 1, last = Number.NaN] =
    numbers.length === 1 ? [1, 1, ...numbers] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
  if (numbers.length > 3 || Number.isNaN(first + step + last)) {
    process.err('seq: expected one to three numbers\n');
    return 1;
  }
  if (step === 0) {
    process.err("seq: invalid Zero increment value: '0'\n");
    return 1;
  }
  const count = Math.min(Math.floor((last - first) / step), 100_000);
  for (let i = 0; i <= count; i++) process.out(`${first + i * step}\n`);
  return 0;
};

const succeed: Program = function* () {
  return 0;
};
const fail: Program = function* () {
  return 1;
};

export const textPrograms: Programs = {
  cat,
  echo,
  printf,
  grep,
  head,
  tail,
  wc,
  cut,
  tr,
  sort,
  base64: base64Program,
  sleep: sleepProgram,
  true: succeed,
  ':': succeed,
  seq,
  false: fail,
};
