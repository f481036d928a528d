/** Go's text/template as other programs use it: data of one's own, the built-in functions and a few more. */
import { decodeJson } from './encoding/json-decode.ts';
import { ExecError, LimitError } from './exec/errors.ts';
import { newState } from './exec/execution.ts';
import { Meter } from './exec/meter.ts';
import type { Surroundings } from './exec/surroundings.ts';
import { walk } from './exec/walk.ts';
import { builtins } from './functions/builtin/index.ts';
import { newScratch } from './functions/consul/scratch.ts';
import type { Functions } from './functions/define.ts';
import { parse } from './parse/parse.ts';
import { randomNumbers } from './random.ts';
import { toBytes, toText } from './text/utf8.ts';
import { INVALID } from './values/value.ts';

const STEPS = 3_000_000;

/** Nothing around: neither files nor secrets. */
const NOWHERE: Surroundings = {
  environment: {},
  now: 0,
  address: '',
  destination: '',
  random: randomNumbers(0),
  users: [],
  groups: [],
  recall: () => ({ found: false, data: undefined }),
  write: () => {},
  print: () => {},
};

/**
 * Run a template over a JSON value, whose numbers are float64 as encoding/json reads them into an interface.
 * @param name of the template, as errors tell it
 * @param functions beside the built-in ones
 * @returns the output, or the error in text/template's words
 */
export const renderPlain = (
  contents: string,
  data: unknown,
  name: string,
  functions: Functions,
): { readonly output: string } | { readonly error: string } => {
  const find = (called: string) => {
    if (Object.hasOwn(functions, called)) return { builtin: false, function: functions[called]! };
    return Object.hasOwn(builtins, called) ? { builtin: true, function: builtins[called]! } : undefined;
  };
  // The engine's templates have no name: those of the Agent have none.
  const told = (text: string): string =>
    text.replace(/^template: :/, `template: ${name}:`).replace('executing ""', `executing ${JSON.stringify(name)}`);
  const parsed = parse(contents, { left: '', right: '', isFunction: (called) => find(called) !== undefined });
  if (parsed.fault) return { error: told(parsed.fault.text) };
  const dot = decodeJson(toBytes(JSON.stringify(data))) ?? INVALID;
  const program = {
    source: parsed.source,
    templates: parsed.templates,
    meter: new Meter(STEPS),
    around: NOWHERE,
    scratch: newScratch(),
    functions: find,
    errorOnMissingKey: false,
  };
  const output: string[] = [];
  try {
    walk(newState(program, '', dot, 0, output), dot, parsed.templates.get('')!);
    return { output: toText(output.join('')) };
  } catch (error) {
    if (error instanceof ExecError) return { error: told(toText(error.message)) };
    if (error instanceof LimitError || error instanceof RangeError) return { error: 'the template does too much' };
    throw error;
  }
};
