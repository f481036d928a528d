/** Running the nodes of a template. Go: text/template/exec.go (walk). */

import { plainFlags } from '../fmt/flags.ts';
import { Printer } from '../fmt/printer.ts';
import type { BranchNode, ListNode, Node, TemplateNode } from '../parse/nodes.ts';
import { show } from '../parse/show.ts';
import { quote } from '../strconv/quote.ts';
import { indirect, isValid, toInterface, type Value } from '../values/value.ts';
import { TEMPLATE_DEPTH } from './call.ts';
import { emit, fail, newState, type State } from './execution.ts';
import { evalPipeline } from './pipeline.ts';
import { walkRange } from './range.ts';
import { isTrue } from './truth.ts';

/** How a node ended: normally, or by a jump that the next range takes. */
export type Flow = 'on' | 'break' | 'continue';

export const walk = (state: State, dot: Value, node: Node): Flow => {
  state.node = node;
  state.program.meter.charge(1);
  switch (node.type) {
    case 'list':
      return walkList(state, dot, node);
    case 'text':
      emit(state, node.text);
      return 'on';
    case 'action': {
      const result = evalPipeline(state, dot, node.pipe);
      if (node.pipe.decl.length === 0) printValue(state, node, result);
      return 'on';
    }
    case 'if':
    case 'with':
      return walkIfOrWith(state, dot, node);
    case 'range':
      return walkRange(state, dot, node);
    case 'template':
      walkTemplate(state, dot, node);
      return 'on';
    case 'break':
    case 'continue':
      return node.type;
  }
  return fail(state, `unknown node: ${show(node)}`);
};

const walkList = (state: State, dot: Value, list: ListNode): Flow => {
  for (const node of list.nodes) {
    const flow = walk(state, dot, node);
    if (flow !== 'on') return flow;
  }
  return 'on';
};

const walkIfOrWith = (state: State, dot: Value, node: BranchNode): Flow => {
  const mark = state.vars.length;
  const result = evalPipeline(state, dot, node.pipe);
  let flow: Flow = 'on';
  if (isTrue(result)) flow = walk(state, node.type === 'with' ? result : dot, node.list);
  else if (node.otherwise) flow = walk(state, dot, node.otherwise);
  state.vars.length = mark;
  return flow;
};

const walkTemplate = (state: State, dot: Value, node: TemplateNode): void => {
  const list = state.program.templates.get(node.name);
  if (!list) throw fail(state, `template ${quote(node.name)} not defined`);
  if (state.depth >= TEMPLATE_DEPTH) fail(state, 'exceeded maximum template depth (100000)');
  const inner = evalPipeline(state, dot, node.pipe);
  walk(newState(state.program, node.name, inner, state.depth + 1, state.output), inner, list);
};

const printValue = (state: State, node: Node, v: Value): void => {
  state.node = node;
  const shown = v.type.kind === 'pointer' ? indirect(v).value : v;
  if (shown.type.kind === 'func' || shown.type.kind === 'chan') {
    fail(state, `can't print ${show(node)} of type ${v.type.name}`);
  }
  const text = () => new Printer(state.program.meter).operand(toInterface(shown), 'v', plainFlags());
  emit(state, isValid(shown) ? text() : '<no value>');
};
