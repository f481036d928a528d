/** Fields, map keys and methods behind a dot. Go: text/template/exec.go (evalField). */
import type { ChainNode, FieldNode, Node, Operand, VariableNode } from '../parse/nodes.ts';
import { show } from '../parse/show.ts';
import { quote } from '../strconv/quote.ts';
import { STRING, type Type } from '../values/type.ts';
import {
  box,
  element,
  entriesOf,
  INVALID,
  indirect,
  isValid,
  MISSING,
  unbox,
  type Value,
  zero,
} from '../values/value.ts';
import { evalArg } from './argument.ts';
import { evalCall } from './call.ts';
import { fail, lookup, type State } from './execution.ts';
import { notAFunction } from './pipeline.ts';

export const evalFieldNode = (
  state: State,
  dot: Value,
  node: FieldNode,
  args: readonly Operand[] | null,
  final: Value,
): Value => {
  state.node = node;
  return evalChainOf(state, dot, dot, node, node.ident, args, final);
};

export const evalChain = (
  state: State,
  dot: Value,
  node: ChainNode,
  args: readonly Operand[] | null,
  final: Value,
): Value => {
  state.node = node;
  if (node.node.type === 'nil') return fail(state, `indirection through explicit nil in ${show(node)}`);
  const receiver = evalArg(state, dot, null, node.node);
  return evalChainOf(state, dot, receiver, node, node.fields, args, final);
};

export const evalVariable = (
  state: State,
  dot: Value,
  node: VariableNode,
  args: readonly Operand[] | null,
  final: Value,
): Value => {
  state.node = node;
  const { value } = lookup(state, node.ident[0]!);
  if (node.ident.length > 1) return evalChainOf(state, dot, value, node, node.ident.slice(1), args, final);
  notAFunction(state, args ?? [node], final);
  return value;
};

const evalChainOf = (
  state: State,
  dot: Value,
  start: Value,
  node: Node,
  names: readonly string[],
  args: readonly Operand[] | null,
  final: Value,
): Value => {
  let receiver = start;
  for (const name of names.slice(0, -1)) receiver = evalField(state, dot, name, node, null, MISSING, receiver);
  return evalField(state, dot, names.at(-1)!, node, args, final, receiver);
};

/** The element type's zero: a nil interface for `map[string]interface {}`. */
const zeroElement = (type: Type): Value => (type.kind === 'interface' ? box(null) : zero(type));

const evalField = (
  state: State,
  dot: Value,
  name: string,
  node: Node,
  args: readonly Operand[] | null,
  final: Value,
  from: Value,
): Value => {
  state.program.meter.charge(1);
  if (!isValid(from)) {
    if (state.program.errorOnMissingKey) fail(state, `nil data; no entry for key ${quote(name)}`);
    return INVALID;
  }
  const typeName = from.type.name;
  const { value: receiver, nil } = indirect(from);
  if (receiver.type.kind === 'interface' && nil) return fail(state, `nil pointer evaluating ${typeName}.${name}`);
  const owner = receiver.type.kind === 'pointer' ? receiver.type.elem! : receiver.type;
  const method = Object.hasOwn(owner.methods, name) ? owner.methods[name] : undefined;
  if (method)
    return evalCall(
      state,
      dot,
      { function: method, builtin: false, receiver: unbox(receiver) },
      node,
      name,
      args,
      final,
    );
  const hasArgs = (args !== null && args.length > 1) || final !== MISSING;
  if (receiver.type.kind === 'struct') {
    const at = receiver.type.fields.findIndex((field) => field.name === name);
    if (at >= 0) {
      if (hasArgs) fail(state, `${name} has arguments but cannot be invoked as function`);
      return (receiver.data as readonly Value[])[at]!;
    }
  }
  if (receiver.type.kind === 'map' && (receiver.type.key === STRING || receiver.type.key!.kind === 'interface')) {
    if (hasArgs) fail(state, `${name} is not a method but has arguments`);
    const entry = entriesOf(receiver).get(receiver.type.key === STRING ? name : `string:${name}`);
    if (entry) return element(receiver.type, entry.value);
    if (state.program.errorOnMissingKey) fail(state, `map has no entry for key ${quote(name)}`);
    return zeroElement(receiver.type.elem!);
  }
  if (receiver.type.kind === 'pointer' && nil && owner.fields.some((field) => field.name === name)) {
    return fail(state, `nil pointer evaluating ${typeName}.${name}`);
  }
  return fail(state, `can't evaluate field ${name} in type ${typeName}`);
};
