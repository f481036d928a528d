/** Evaluating pipelines and commands. Go: text/template/exec.go. */
import type { CommandNode, NumberNode, Operand, PipeNode } from '../parse/nodes.ts';
import { show } from '../parse/show.ts';
import { COMPLEX128 } from '../values/type.ts';
import { bool, float, INVALID, int, MISSING, str, unbox, type Value, value } from '../values/value.ts';
import { evalFunction } from './call.ts';
import { fail, lookup, type State } from './execution.ts';
import { evalChain, evalFieldNode, evalVariable } from './field.ts';

/** The value of a pipeline; declares or assigns its variables. A nil interface comes out as INVALID. */
export const evalPipeline = (state: State, dot: Value, pipe: PipeNode | null): Value => {
  if (!pipe) return INVALID;
  state.node = pipe;
  let result = MISSING;
  for (const command of pipe.commands) result = unbox(evalCommand(state, dot, command, result));
  for (const variable of pipe.decl) {
    const name = variable.ident[0]!;
    if (pipe.assign) lookup(state, name).value = result;
    else state.vars.push({ name, value: result });
  }
  return result;
};

export const notAFunction = (state: State, args: readonly Operand[], final: Value): void => {
  if (args.length > 1 || final !== MISSING) fail(state, `can't give argument to non-function ${show(args[0]!)}`);
};

const evalCommand = (state: State, dot: Value, command: CommandNode, final: Value): Value => {
  state.program.meter.charge(1);
  const { args } = command;
  const first = args[0]!;
  switch (first.type) {
    case 'field':
      return evalFieldNode(state, dot, first, args, final);
    case 'chain':
      return evalChain(state, dot, first, args, final);
    case 'identifier':
      return evalFunction(state, dot, first, command, args, final);
    case 'pipe':
      notAFunction(state, args, final);
      return evalPipeline(state, dot, first);
    case 'variable':
      return evalVariable(state, dot, first, args, final);
  }
  state.node = first;
  notAFunction(state, args, final);
  switch (first.type) {
    case 'bool':
      return bool(first.value);
    case 'dot':
      return dot;
    case 'nil':
      return fail(state, 'nil is not a command');
    case 'number':
      return idealConstant(state, first);
    case 'string':
      return str(first.text);
  }
};

const isHexadecimalInteger = (text: string): boolean => /^0[xX]./.test(text) && !/[pP]/.test(text);

/** The Go type an untyped number constant takes of itself. */
export const idealConstant = (state: State, constant: NumberNode): Value => {
  state.node = constant;
  const { text } = constant;
  if (constant.complex) return value(COMPLEX128, constant.complex);
  const looksFloat = /[.eEpP]/.test(text) && !isHexadecimalInteger(text) && text[0] !== "'";
  if (constant.float !== null && looksFloat) return float(constant.float);
  if (constant.int !== null) return int(constant.int);
  return constant.uint === null ? INVALID : fail(state, `${text} overflows int`);
};
