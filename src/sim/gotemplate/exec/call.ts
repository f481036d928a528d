/** Calling functions and methods. Go: text/template/exec.go (evalCall) and funcs.go (call, safeCall). */
import type { IdentifierNode, Node, Operand } from '../parse/nodes.ts';
import { show } from '../parse/show.ts';
import { quote } from '../strconv/quote.ts';
import type { Call, GoFunction } from '../values/function.ts';
import { assignable, canBeNil, isSigned, isUnsigned, REFLECT, type Type } from '../values/type.ts';
import { box, functionOf, isValid, itemsOf, MISSING, textOf, unbox, type Value, value, zero } from '../values/value.ts';
import { evalArg, validate } from './argument.ts';
import { ExecError, GoError, LimitError } from './errors.ts';
import { fail, newState, type State } from './execution.ts';
import { isTrue } from './truth.ts';
import { walk } from './walk.ts';

export interface Callee {
  function: GoFunction;
  builtin: boolean;
  /** A method's receiver, passed as its first argument. */
  receiver?: Value;
}

/** Templates may call one another this deep; Go allows 100,000 (exec.go: maxExecDepth), more than a browser's stack. */
export const TEMPLATE_DEPTH = 600;

export const evalFunction = (
  state: State,
  dot: Value,
  node: IdentifierNode,
  command: Node,
  args: readonly Operand[] | null,
  final: Value,
): Value => {
  state.node = node;
  const found = state.program.functions(node.name);
  if (!found) return fail(state, `${quote(node.name)} is not a defined function`);
  return evalCall(state, dot, found, command, node.name, args, final);
};

/** What a called function may use of this rendering. */
const callOf = (state: State): Call => ({
  meter: state.program.meter,
  around: state.program.around,
  scratch: state.program.scratch,
  execute(name, dot) {
    const list = state.program.templates.get(name);
    if (!list) throw new GoError(`template: no template ${quote(name)} associated with template ""`);
    if (state.depth >= TEMPLATE_DEPTH) throw new LimitError('depth');
    const inner = newState(state.program, name, dot, state.depth + 1, []);
    walk(inner, dot, list);
    return inner.output.join('');
  },
});

const weigh = (v: Value): number =>
  v.type.kind === 'string' ? textOf(v).length / 4 : v.type.kind === 'slice' ? itemsOf(v).length : 0;

/** Run a function; its Go errors and panics become GoError. */
const run = (state: State, callee: GoFunction, args: readonly Value[]): Value => {
  const { meter } = state.program;
  for (const arg of args) meter.charge(1 + weigh(unbox(arg)));
  const result = callee.invoke(callOf(state), args);
  meter.charge(weigh(unbox(result)));
  return callee.result.kind === 'interface' && result.type.kind !== 'interface'
    ? box(isValid(result) ? result : null)
    : result;
};

const settle = (state: State, node: Node, name: string, action: () => Value): Value => {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof GoError) && !(error instanceof ExecError)) throw error;
    state.node = node;
    return fail(state, `error calling ${name}: ${error.message}`);
  }
};

/** The parameter the argument number `i` goes to. */
const parameter = (callee: GoFunction, i: number): Type => callee.params[Math.min(i, callee.params.length - 1)]!;

const checkCount = (
  state: State,
  callee: GoFunction,
  name: string,
  given: number,
  written: number,
  skip: number,
): void => {
  const wanted = callee.params.length - skip;
  if (callee.variadic && given < wanted - 1) {
    fail(state, `wrong number of args for ${name}: want at least ${wanted - 1} got ${written}`);
  }
  if (!callee.variadic && given !== wanted)
    fail(state, `wrong number of args for ${name}: want ${wanted} got ${given}`);
};

export const evalCall = (
  state: State,
  dot: Value,
  callee: Callee,
  node: Node,
  name: string,
  words: readonly Operand[] | null,
  final: Value,
): Value => {
  const args = words === null ? [] : words.slice(1);
  const { function: fun, builtin, receiver } = callee;
  const skip = receiver === undefined ? 0 : 1;
  checkCount(state, fun, name, args.length + (final === MISSING ? 0 : 1), args.length, skip);
  if (builtin && (name === 'and' || name === 'or')) {
    let last = MISSING;
    for (const arg of args) {
      last = evalArg(state, dot, REFLECT, arg);
      if (isTrue(last) === (name === 'or')) return last;
    }
    return final === MISSING ? last : final;
  }
  const values = receiver === undefined ? [] : [receiver];
  for (const arg of args) values.push(evalArg(state, dot, parameter(fun, values.length), arg));
  if (final !== MISSING) values.push(validate(state, final, parameter(fun, values.length)));
  if (builtin && name === 'call') {
    const called =
      args.length === 0
        ? final.type.kind === 'string'
          ? textOf(final)
          : `<${final.type.name} Value>`
        : show(args[0]!);
    return settle(state, node, name, () => callValue(state, called, values[0]!, values.slice(1)));
  }
  return settle(state, node, name, () => run(state, fun, values));
};

const isInteger = (type: Type): boolean => isSigned(type.kind) || isUnsigned(type.kind);

/** Make a value fit a parameter of a function value or a map's key; throws GoError. */
export const prepare = (given: Value, type: Type): Value => {
  let v = given;
  if (!isValid(v)) {
    if (!canBeNil(type)) throw new GoError(`value is nil; should be of type ${type.name}`);
    v = zero(type);
  }
  if (assignable(v.type, type)) return v;
  if (isInteger(v.type) && isInteger(type)) return value(type, v.data);
  throw new GoError(`value has type ${v.type.name}; should be ${type.name}`);
};

/** The builtin `call`. */
const callValue = (state: State, name: string, boxed: Value, args: readonly Value[]): Value => {
  const fn = unbox(boxed);
  if (!isValid(fn)) throw new GoError('call of nil');
  if (fn.type.kind !== 'func') throw new GoError(`non-function ${name} of type ${fn.type.name}`);
  const callee = functionOf(fn);
  const least = callee.params.length - 1;
  if (callee.variadic && args.length < least) {
    throw new GoError(`wrong number of args for ${name}: got ${args.length} want at least ${least}`);
  }
  if (!callee.variadic && args.length !== callee.params.length) {
    throw new GoError(`wrong number of args for ${name}: got ${args.length} want ${callee.params.length}`);
  }
  return run(
    state,
    callee,
    args.map((arg, i) => prepare(unbox(arg), parameter(callee, i))),
  );
};
