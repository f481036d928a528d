/** One run of a template set: what Go keeps in text/template's `state` and `Template`. */

import type { ListNode, Node } from '../parse/nodes.ts';
import { show as showNode } from '../parse/show.ts';
import { quote } from '../strconv/quote.ts';
import type { GoFunction } from '../values/function.ts';
import type { Value } from '../values/value.ts';
import { ExecError } from './errors.ts';
import type { Meter } from './meter.ts';
import type { Surroundings } from './surroundings.ts';

export interface Variable {
  name: string;
  value: Value;
}

/** What all states of one rendering share. */
export interface Program {
  /** Byte string. */
  source: string;
  templates: ReadonlyMap<string, ListNode>;
  functions: (name: string) => { builtin: boolean; function: GoFunction } | undefined;
  /** `missingkey=error` rather than `missingkey=zero`. */
  errorOnMissingKey: boolean;
  meter: Meter;
  around: Surroundings;
  scratch: Value;
}

/** What changes while a template runs. */
export interface State {
  program: Program;
  /** Name of the running template. */
  name: string;
  vars: Variable[];
  depth: number;
  /** The node an error would be reported at. */
  node: Node;
  /** Byte string. */
  output: string[];
}

export const newState = (program: Program, name: string, dot: Value, depth: number, output: string[]): State => ({
  program,
  name,
  vars: [{ name: '$', value: dot }],
  depth,
  node: program.templates.get(name)!,
  output,
});

const location = (source: string, pos: number): string => {
  const before = source.slice(0, pos);
  const lines = before.split('\n');
  return `:${lines.length}:${lines.at(-1)!.length}`;
};

/** Stop with the text Go gives: where, in which template, at which expression. */
export const fail = (state: State, detail: string): never => {
  const at = location(state.program.source, state.node.pos);
  const context = showNode(state.node);
  const text = `template: ${at}: executing ${quote(state.name)} at <${context}>: ${detail}`;
  throw new ExecError(text, state.node.pos);
};

export const lookup = (state: State, name: string): Variable => {
  for (let i = state.vars.length - 1; i >= 0; i--) if (state.vars[i]!.name === name) return state.vars[i]!;
  return fail(state, `undefined variable: ${name}`);
};

export const emit = (state: State, text: string): void => {
  state.program.meter.charge(text.length / 8);
  state.output.push(text);
};
