/** Runs a parsed script: pipes, conditions, loops, and the programs of the table. */
import { type Process, type Run, sleep } from '../program.ts';
import { builtins, Leaving } from './builtins.ts';
import { type Expanding, expandToText, expandWord } from './expand.ts';
import { direct, inputOf, sendsOutput } from './redirect.ts';
import type { Input, Output, Shell } from './shell.ts';
import type { Command, Compound, For, Loop, Pipeline, Script, Simple } from './syntax.ts';

/** So many passes of `while` take a millisecond: a loop that waits for nothing else still does not stop time. */
const PASSES = 100;

/** Run a script; what it prints is appended to `output`. Its value is the exit code. */
export function* runScript(shell: Shell, script: Script, output: Output, input: Input = { text: '' }): Run<number> {
  try {
    return yield* runList(shell, script, output, input);
  } catch (error) {
    if (!(error instanceof Leaving)) throw error;
    shell.status = error.status;
    return error.status;
  }
}

function* runList(shell: Shell, script: Script, output: Output, input: Input): Run<number> {
  let skip = false;
  for (const { pipeline, joiner } of script.items) {
    if (!skip) shell.status = yield* runPipeline(shell, pipeline, output, input);
    skip = joiner === '&&' ? shell.status !== 0 : joiner === '||' ? shell.status === 0 : false;
  }
  return script.items.length === 0 ? 0 : shell.status;
}

function* runPipeline(shell: Shell, pipeline: Pipeline, output: Output, input: Input): Run<number> {
  let status = 0;
  let piped = input;
  const { commands } = pipeline;
  for (const [i, command] of commands.entries()) {
    // The last one prints as it goes on, so that a followed log is seen while it is followed.
    const last = i === commands.length - 1;
    const piece: Output = last ? output : { out: '', err: '' };
    // Each part of a pipe has a shell of its own.
    const own = commands.length === 1 ? shell : { ...shell, env: { ...shell.env } };
    const run = commands.length === 1 ? runCommand : runApart;
    status = yield* run(own, command, piece, piped);
    if (last) break;
    output.err += piece.err;
    piped = { text: piece.out };
  }
  return pipeline.negated ? Number(status === 0) : status;
}

/** In a shell of its own `exit` ends that one alone. */
function* runApart(shell: Shell, command: Command, output: Output, input: Input): Run<number> {
  try {
    return yield* runCommand(shell, command, output, input);
  } catch (error) {
    if (!(error instanceof Leaving)) throw error;
    return error.status;
  }
}

function* runCommand(shell: Shell, command: Command, output: Output, piped: Input): Run<number> {
  const at: Expanding = { shell, output, run: runScript };
  const { redirects } = command;
  const stdin = redirects.length === 0 ? piped : yield* inputOf(at, redirects, piped.text);
  if (typeof stdin === 'number') return stdin;
  const input = typeof stdin === 'string' ? { text: stdin } : stdin;
  if (!sendsOutput(redirects)) return yield* runWithin({ ...at, input }, command);
  const result: Output = { out: '', err: '' };
  try {
    return yield* runWithin({ ...at, output: result, input }, command);
  } finally {
    yield* direct(at, redirects, result);
  }
}

interface Within extends Expanding {
  readonly input: Input;
}

function* runWithin(at: Within, command: Command): Run<number> {
  if (command.kind === 'simple') return yield* runSimple(at, command);
  return yield* runCompound(at, command);
}

function* runCompound(at: Within, command: Compound): Run<number> {
  const { shell, output, input } = at;
  if (command.kind === 'for') return yield* runFor(at, command);
  if (command.kind === 'loop') return yield* runLoop(at, command);
  if (command.kind === 'group') {
    if (!command.subshell) return yield* runList(shell, command.body, output, input);
    return yield* runScript({ ...shell, env: { ...shell.env } }, command.body, output, input);
  }
  for (const { condition, body } of command.branches) {
    if (condition && (yield* runList(shell, condition, output, input)) !== 0) continue;
    return yield* runList(shell, body, output, input);
  }
  return 0;
}

/** One pass of a loop. @returns whether the loop goes on */
function* pass(at: Within, body: Script): Run<boolean> {
  const { shell, output, input } = at;
  try {
    yield* runList(shell, body, output, input);
    return true;
  } catch (error) {
    if (!(error instanceof Leaving) || error.how === 'exit') throw error;
    if (error.loops > 1) throw new Leaving(error.how, error.status, error.loops - 1);
    shell.status = 0;
    return error.how === 'continue';
  }
}

function* runFor(at: Within, { name, words, body }: For): Run<number> {
  const values: string[] = [];
  for (const word of words) values.push(...(yield* expandWord(at, word)));
  at.shell.status = 0;
  for (const value of values) {
    at.shell.env[name] = value;
    if (!(yield* pass(at, body))) break;
  }
  return at.shell.status;
}

function* runLoop(at: Within, { until, condition, body }: Loop): Run<number> {
  const { shell, output, input } = at;
  let status = 0;
  for (let passes = 1; ; passes++) {
    const met = (yield* runList(shell, condition, output, input)) === 0;
    if (met === until) return status;
    const goesOn = yield* pass(at, body);
    status = shell.status;
    if (!goesOn) return status;
    if (passes % PASSES === 0) yield* sleep(1);
  }
}

function* runSimple(at: Within, command: Simple): Run<number> {
  const { shell } = at;
  const own: Record<string, string> = {};
  for (const { name, value } of command.assignments) own[name] = yield* expandToText(at, value);
  const argv: string[] = [];
  for (const word of command.words) argv.push(...(yield* expandWord(at, word)));
  if (argv.length === 0) {
    Object.assign(shell.env, own);
    return command.assignments.some(({ value }) => value.some((p) => p.kind === 'command')) ? shell.status : 0;
  }
  return yield* runProgram(at, argv, { ...shell.env, ...own });
}

function* runProgram(at: Within, argv: readonly string[], env: Record<string, string>): Run<number> {
  const { shell, input, output } = at;
  const [name = '', ...args] = argv;
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  if (builtin) return builtin({ shell, args, input, output });
  const program = Object.hasOwn(shell.programs, name) ? shell.programs[name] : undefined;
  if (!program) {
    output.err += absent(shell, name);
    return 127;
  }
  const process: Process = {
    argv,
    env,
    stdin: input.text,
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
    },
  };
  return yield* program(process);
}

const absent = (shell: Shell, name: string): string => {
  const hint = Object.hasOwn(shell.notModelled, name) ? shell.notModelled[name] : undefined;
  if (hint !== undefined)
    return `${shell.name}: ${name}: this is a real program, but it is not modelled here. ${hint}\n`;
  return shell.name === 'bash' ? `bash: ${name}: command not found\n` : `${shell.name}: ${name}: not found\n`;
};
