/** `{{range}}`. Go: text/template/exec.go (walkRange). */
import { show } from '../fmt/print.ts';
import type { BranchNode } from '../parse/nodes.ts';
import { sortedEntries } from '../values/order.ts';
import { isSigned, isUnsigned } from '../values/type.ts';
import {
  type Channel,
  element,
  INVALID,
  indirect,
  int,
  itemsOf,
  toInterface,
  type Value,
  value,
} from '../values/value.ts';
import { fail, lookup, type State } from './execution.ts';
import { evalPipeline } from './pipeline.ts';
import { type Flow, walk } from './walk.ts';

type Pair = readonly [index: Value, elem: Value];

function* pairs(state: State, over: Value, variables: number): Generator<Pair> {
  const { type } = over;
  if (isSigned(type.kind) || isUnsigned(type.kind)) {
    if (variables > 1) fail(state, `can't use ${over.data} to iterate over more than one variable`);
    for (let i = 0n; i < (over.data as bigint); i++) yield [INVALID, value(type, i)];
    return;
  }
  switch (type.kind) {
    case 'invalid':
      return;
    case 'slice': {
      let i = 0;
      for (const item of itemsOf(over)) yield [int(i++), element(type, item)];
      return;
    }
    case 'map':
      for (const entry of sortedEntries(over))
        yield [element({ ...type, elem: type.key }, entry.key), element(type, entry.value)];
      return;
    case 'chan': {
      const channel = over.data as Channel;
      // A channel hands out each number once, so its data is the one thing that changes in place.
      for (let i = 0; channel.next < channel.stop; i++) yield [int(i), value(type.elem!, channel.next++)];
      return;
    }
    default:
      fail(state, `range can't iterate over ${show(state.program.meter, toInterface(over))}`);
  }
}

const bind = (state: State, node: BranchNode, index: Value, elem: Value): void => {
  const { decl, assign } = node.pipe;
  const name = (i: number) => decl[i]!.ident[0]!;
  if (decl.length > 0) {
    if (assign) lookup(state, name(0)).value = decl.length > 1 ? index : elem;
    else state.vars.at(-1)!.value = elem;
  }
  if (decl.length > 1) {
    if (assign) lookup(state, name(1)).value = elem;
    else state.vars.at(-2)!.value = index;
  }
};

export const walkRange = (state: State, dot: Value, node: BranchNode): Flow => {
  const before = state.vars.length;
  const over = indirect(evalPipeline(state, dot, node.pipe)).value;
  const mark = state.vars.length;
  let ran = false;
  for (const [index, elem] of pairs(state, over, node.pipe.decl.length)) {
    ran = true;
    bind(state, node, index, elem);
    const flow = walk(state, elem, node.list);
    state.vars.length = mark;
    if (flow === 'break') break;
  }
  // A break in the else branch is meant for an outer range, yet Go's recovery in this one swallows it; continue passes.
  const leaving = !ran && node.otherwise ? walk(state, dot, node.otherwise) : 'on';
  state.vars.length = before;
  return leaving === 'continue' ? leaving : 'on';
};
