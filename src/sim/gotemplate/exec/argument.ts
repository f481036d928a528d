/** Arguments: a node's value as a parameter's type. Go: text/template/exec.go (evalArg, validateType). */
import type { Operand } from '../parse/nodes.ts';
import { show } from '../parse/show.ts';
import { assignable, canBeNil, isSigned, isUnsigned, REFLECT, type Type } from '../values/type.ts';
import { bool, INVALID, isValid, MISSING, type Pointer, str, type Value, value, zero } from '../values/value.ts';
import { evalFunction } from './call.ts';
import { fail, type State } from './execution.ts';
import { evalChain, evalFieldNode, evalVariable } from './field.ts';
import { evalPipeline, idealConstant } from './pipeline.ts';

/** Check a computed value against a type; null accepts any. */
export const validate = (state: State, given: Value, type: Type | null): Value => {
  if (!isValid(given)) {
    if (type === null || type === REFLECT) return INVALID;
    return canBeNil(type) ? zero(type) : fail(state, `invalid value; expected ${type.name}`);
  }
  if (type === null || type === REFLECT || assignable(given.type, type)) return given;
  let v = given;
  if (v.type.kind === 'interface' && v.data !== null) {
    v = v.data as Value;
    if (assignable(v.type, type)) return v;
  }
  if (v.type.kind === 'pointer' && assignable(v.type.elem!, type)) {
    return (v.data as Pointer | null)?.target ?? fail(state, `dereference of nil pointer of type ${type.name}`);
  }
  return fail(state, `wrong type for value; expected ${type.name}; got ${v.type.name}`);
};

export const evalArg = (state: State, dot: Value, type: Type | null, node: Operand): Value => {
  state.node = node;
  switch (node.type) {
    case 'dot':
      return validate(state, dot, type);
    case 'nil':
      if (type !== null && canBeNil(type)) return zero(type === REFLECT ? INVALID.type : type);
      return fail(state, `cannot assign nil to ${type?.name ?? '<nil>'}`);
    case 'field':
      return validate(state, evalFieldNode(state, dot, node, [node], MISSING), type);
    case 'variable':
      return validate(state, evalVariable(state, dot, node, null, MISSING), type);
    case 'pipe':
      return validate(state, evalPipeline(state, dot, node), type);
    case 'identifier':
      return validate(state, evalFunction(state, dot, node, node, null, MISSING), type);
    case 'chain':
      return validate(state, evalChain(state, dot, node, null, MISSING), type);
  }
  const to = type!;
  if (to === REFLECT || to.kind === 'interface') return constant(state, node);
  if (to.kind === 'string') return node.type === 'string' ? value(to, node.text) : mismatch(state, 'string', node);
  if (to.kind === 'bool') return node.type === 'bool' ? value(to, node.value) : mismatch(state, 'bool', node);
  const number = node.type === 'number' ? node : null;
  if (isSigned(to.kind))
    return number?.int == null ? mismatch(state, 'integer', node) : value(to, BigInt.asIntN(64, number.int));
  if (isUnsigned(to.kind))
    return number?.uint == null ? mismatch(state, 'unsigned integer', node) : value(to, number.uint);
  if (to.kind === 'float64') return number?.float == null ? mismatch(state, 'float', node) : value(to, number.float);
  if (to.kind === 'complex128')
    return number?.complex == null ? mismatch(state, 'complex', node) : value(to, number.complex);
  return fail(state, `can't handle ${show(node)} for arg of type ${to.name}`);
};

const mismatch = (state: State, wanted: string, node: Operand): never =>
  fail(state, `expected ${wanted}; found ${show(node)}`);

const constant = (state: State, node: Operand): Value => {
  if (node.type === 'bool') return bool(node.value);
  if (node.type === 'number') return idealConstant(state, node);
  return node.type === 'string'
    ? str(node.text)
    : fail(state, `can't handle assignment of ${show(node)} to empty interface argument`);
};
