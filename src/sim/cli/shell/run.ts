/** Runs a parsed script: expansion, pipes, redirects, variables, and the programs of the table. */
import { listNames, type Process, type Program, type Run, readText, writeText } from '../program.ts';
import type { Part, Pipeline, Script, Simple, Word } from './syntax.ts';

/** Programs by name. A name that is absent is a command the shell does not find. */
export type Programs = Readonly<Record<string, Program>>;

/** Real programs that the model does not have, with what to use instead. */
export type NotModelled = Readonly<Record<string, string>>;

export interface Shell {
  readonly programs: Programs;
  readonly notModelled: NotModelled;
  /** Variables; the script may change them. */
  env: Record<string, string>;
  /** Exit code of the last pipeline. */
  status: number;
}

interface Output {
  out: string;
  err: string;
}

const GLOB = /[*?]/;

/** Run a script; what it prints is appended to `output`. Its value is the exit code. */
export function* runScript(shell: Shell, script: Script, output: Output): Run<number> {
  let skip = false;
  for (const { pipeline, joiner } of script.items) {
    if (!skip) shell.status = yield* runPipeline(shell, pipeline, output);
    skip = joiner === '&&' ? shell.status !== 0 : joiner === '||' ? shell.status === 0 : false;
  }
  return shell.status;
}

function* runPipeline(shell: Shell, pipeline: Pipeline, output: Output): Run<number> {
  let stdin = '';
  let status = 0;
  for (const [i, command] of pipeline.commands.entries()) {
    // The last one prints as it goes on, so that a followed log is seen while it is followed.
    const last = i === pipeline.commands.length - 1;
    const piece: Output = last ? output : { out: '', err: '' };
    status = yield* runSimple(shell, command, stdin, piece);
    if (last) break;
    output.err += piece.err;
    stdin = piece.out;
  }
  return pipeline.negated ? Number(status === 0) : status;
}

function* runSimple(shell: Shell, command: Simple, piped: string, output: Output): Run<number> {
  const own: Record<string, string> = {};
  for (const { name, value } of command.assignments) own[name] = yield* expandToText(shell, value, output);
  const argv: string[] = [];
  for (const word of command.words) argv.push(...(yield* expandWord(shell, word, output)));
  const [name] = argv;
  if (name === undefined) {
    Object.assign(shell.env, own);
    return command.assignments.some(({ value }) => value.some((p) => p.kind === 'command')) ? shell.status : 0;
  }
  const stdin = yield* input(shell, command, piped, output);
  if (typeof stdin === 'number') return stdin;
  const result: Output = command.redirects.length === 0 ? output : { out: '', err: '' };
  const status = yield* runProgram(shell, argv, { ...shell.env, ...own }, stdin, result);
  if (result === output) return status;
  return (yield* direct(shell, command, result, output)) ?? status;
}

/** Standard input of a command, or an exit code when a redirect cannot be opened. */
function* input(shell: Shell, command: Simple, piped: string, output: Output): Run<string | number> {
  let stdin = piped;
  for (const { kind, target } of command.redirects) {
    if (kind === '<<') stdin = yield* expandToText(shell, target, output);
    if (kind === '<<<') stdin = `${yield* expandToText(shell, target, output)}\n`;
    if (kind !== '<') continue;
    const path = yield* expandToText(shell, target, output);
    const text = yield* readText(path);
    if (text === null) {
      output.err += `sh: ${path}: No such file or directory\n`;
      return 1;
    }
    stdin = text;
  }
  return stdin;
}

/** Send a command's output where its redirects say. */
function* direct(shell: Shell, command: Simple, result: Output, output: Output): Run<number | undefined> {
  let { out, err } = result;
  for (const { kind, target } of command.redirects) {
    if (kind === '2>&1') {
      out = err + out;
      err = '';
    } else if (kind === '>&2') {
      err += out;
      out = '';
    } else if (kind === '>' || kind === '>>' || kind === '2>') {
      const path = yield* expandToText(shell, target, output);
      const text = kind === '2>' ? err : out;
      if (path !== '/dev/null') {
        const before = kind === '>>' ? ((yield* readText(path)) ?? '') : '';
        yield* writeText(path, before + text);
      }
      if (kind === '2>') err = '';
      else out = '';
    }
  }
  output.out += out;
  output.err += err;
  return undefined;
}

function* runProgram(
  shell: Shell,
  argv: readonly string[],
  env: Record<string, string>,
  stdin: string,
  output: Output,
): Run<number> {
  const name = argv[0] ?? '';
  if (name === 'export' || name === 'unset') return assign(shell, name, argv.slice(1));
  const program = Object.hasOwn(shell.programs, name) ? shell.programs[name] : undefined;
  if (!program) {
    const hint = Object.hasOwn(shell.notModelled, name) ? shell.notModelled[name] : undefined;
    output.err +=
      hint === undefined
        ? `sh: ${name}: command not found\n`
        : `sh: ${name}: this is a real program, but it is not modelled here. ${hint}\n`;
    return 127;
  }
  const process: Process = {
    argv,
    env,
    stdin,
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
    },
  };
  return yield* program(process);
}

const assign = (shell: Shell, name: string, args: readonly string[]): number => {
  for (const arg of args) {
    const cut = arg.indexOf('=');
    if (name === 'unset') delete shell.env[arg];
    else if (cut > 0) shell.env[arg.slice(0, cut)] = arg.slice(cut + 1);
  }
  return 0;
};

function* expandPart(shell: Shell, part: Part, output: Output): Run<string> {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'variable') {
    if (part.name === '?') return String(shell.status);
    const value = Object.hasOwn(shell.env, part.name) ? shell.env[part.name] : undefined;
    return value === undefined || value === '' ? (part.fallback ?? '') : value;
  }
  const inner: Output = { out: '', err: '' };
  // A substitution is a subshell: what it assigns stays inside, its exit code does not.
  const sub: Shell = { ...shell, env: { ...shell.env } };
  shell.status = yield* runScript(sub, part.script, inner);
  output.err += inner.err;
  return inner.out.replace(/\n+$/, '');
}

function* expandToText(shell: Shell, word: Word, output: Output): Run<string> {
  let text = '';
  for (const part of word) text += yield* expandPart(shell, part, output);
  return text;
}

/** One word to any number of arguments: unquoted expansions are split at blanks, unquoted `*` and `?` match file names. */
function* expandWord(shell: Shell, word: Word, output: Output): Run<string[]> {
  const fields: { text: string; glob: boolean }[] = [];
  let open = false;
  const add = (text: string, glob: boolean): void => {
    const last = fields.at(-1);
    if (open && last) fields[fields.length - 1] = { text: last.text + text, glob: last.glob || glob };
    else fields.push({ text, glob });
    open = true;
  };
  for (const part of word) {
    const text = yield* expandPart(shell, part, output);
    if (part.kind === 'text' || part.quoted) {
      add(text, part.kind === 'text' && !part.quoted && GLOB.test(text));
      continue;
    }
    const pieces = text.split(/[ \t\n]+/);
    pieces.forEach((piece, i) => {
      if (i > 0) open = false;
      if (piece !== '') add(piece, false);
    });
  }
  const names = fields.some((f) => f.glob) ? yield* listNames() : [];
  return fields.flatMap(({ text, glob }) => {
    if (!glob) return [text];
    const pattern = new RegExp(
      `^${text
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '[^/]*')
        .replace(/\?/g, '[^/]')}$`,
    );
    const found = names.filter((n) => pattern.test(n));
    return found.length > 0 ? found : [text];
  });
}
