/** Text, actions and the constructs that end with `{{end}}`. Go: text/template/parse/parse.go. */

import { quote } from '../strconv/quote.ts';
import { trimSpace } from '../text/unicode.ts';
import type { BranchNode, ListNode, Node, TemplateNode } from './nodes.ts';
import { pipeline, unquoted } from './pipeline.ts';
import { expect, nested, newScope, type Scope, unexpected } from './scope.ts';
import type { Token } from './token.ts';

/** `{{end}}` and `{{else}}` close a list; they are no nodes of the tree. */
export interface Closer {
  type: '{{end}}' | '{{else}}';
  pos: number;
  end: number;
}
export type Item = Node | Closer;

export const isCloser = (item: Item): item is Closer => item.type === '{{end}}' || item.type === '{{else}}';

const newList = (scope: Scope, pos: number): ListNode => {
  const list: ListNode = { type: 'list', pos, end: pos, nodes: [] };
  scope.open.push(list);
  return list;
};

/** Nothing but white space and comments? Go: IsEmptyTree. */
export const isEmpty = (node: Node): boolean =>
  node.type === 'list' ? node.nodes.every(isEmpty) : node.type === 'text' && trimSpace(node.text) === '';

/** Take a finished template into the set. */
export const add = (scope: Scope, name: string, root: ListNode): void => {
  const there = scope.templates.get(name);
  if (!there || isEmpty(there)) scope.templates.set(name, root);
  else if (!isEmpty(root)) scope.cursor.fail(`template: multiple definition of template ${quote(name)}`);
};

const itemList = (scope: Scope): { list: ListNode; closer: Closer } => {
  const { cursor } = scope;
  const list = newList(scope, cursor.peekNonSpace().pos);
  while (!cursor.peeks('eof')) {
    const item = textOrAction(scope);
    if (isCloser(item)) {
      scope.open.splice(scope.open.indexOf(list), 1);
      return { list, closer: item };
    }
    list.nodes.push(item);
    list.end = item.end;
  }
  return cursor.fail('unexpected EOF');
};

export const textOrAction = (scope: Scope): Item => {
  const token = scope.cursor.nextNonSpace();
  if (token.kind === 'text')
    return { type: 'text', pos: token.pos, end: token.pos + token.text.length, text: token.text };
  if (token.kind !== 'left delim') return unexpected(scope, token, 'input');
  scope.actionLine = token.line;
  const item = action(scope);
  scope.actionLine = 0;
  return isCloser(item) ? item : { ...item, end: Math.max(item.end, scope.cursor.end) };
};

const action = (scope: Scope): Item => {
  const { cursor } = scope;
  const token = cursor.nextNonSpace();
  switch (token.kind) {
    case 'block':
      return block(scope);
    case 'break':
    case 'continue':
      return jump(scope, token);
    case 'else':
      return otherwise(scope);
    case 'end': {
      const { pos } = expect(scope, ['right delim'], 'end');
      return { type: '{{end}}', pos, end: cursor.end };
    }
    case 'if':
    case 'range':
    case 'with': {
      const { kind } = token;
      return nested(scope, () => control(scope, kind));
    }
    case 'template':
      return include(scope);
  }
  cursor.backup();
  const { pos } = cursor.peek();
  const pipe = pipeline(scope, 'command', 'right delim');
  return { type: 'action', pos, end: cursor.end, pipe };
};

const jump = (scope: Scope, token: Token): Node => {
  const type = token.kind === 'break' ? 'break' : 'continue';
  const next = scope.cursor.nextNonSpace();
  if (next.kind !== 'right delim') return unexpected(scope, next, `{{${type}}}`);
  if (scope.rangeDepth === 0) scope.cursor.fail(`{{${type}}} outside {{range}}`);
  return { type, pos: token.pos, end: token.pos + token.text.length };
};

const otherwise = (scope: Scope): Closer => {
  const peek = scope.cursor.peekNonSpace();
  const chained = peek.kind === 'if' || peek.kind === 'with';
  const { pos } = chained ? peek : expect(scope, ['right delim'], 'else');
  return { type: '{{else}}', pos, end: scope.cursor.end };
};

const control = (scope: Scope, context: BranchNode['type']): BranchNode => {
  const { cursor } = scope;
  const reach = scope.vars.length;
  const pipe = pipeline(scope, context, 'right delim');
  if (context === 'range') scope.rangeDepth++;
  const { list, closer } = itemList(scope);
  if (context === 'range') scope.rangeDepth--;
  let rest: ListNode | null = null;
  if (closer.type === '{{else}}') {
    if (context !== 'range' && cursor.peek().kind === context) {
      cursor.next();
      const inner = nested(scope, () => control(scope, context));
      rest = { type: 'list', pos: closer.pos, end: inner.end, nodes: [inner] };
    } else {
      const other = itemList(scope);
      if (other.closer.type !== '{{end}}') cursor.fail(`expected end; found ${other.closer.type}`);
      rest = other.list;
    }
  }
  scope.vars.length = reach;
  return { type: context, pos: pipe.pos, end: cursor.end, pipe, list, otherwise: rest };
};

const templateName = (scope: Scope, token: Token, context: string): string =>
  token.kind === 'string' || token.kind === 'raw string' ? unquoted(scope, token) : unexpected(scope, token, context);

const body = (scope: Scope, context: string, take: (inner: Scope, list: ListNode) => void): void => {
  const inner = {
    ...newScope(scope.cursor, scope.isFunction, scope.templates),
    open: scope.open,
    nesting: scope.nesting,
  };
  const { list, closer } = itemList(inner);
  if (closer.type !== '{{end}}') scope.cursor.fail(`unexpected ${closer.type} in ${context}`);
  take(inner, list);
};

const block = (scope: Scope): TemplateNode => {
  const context = 'block clause';
  const token = scope.cursor.nextNonSpace();
  const name = templateName(scope, token, context);
  const pipe = pipeline(scope, context, 'right delim');
  nested(scope, () => body(scope, context, (inner, list) => add(inner, name, list)));
  return { type: 'template', pos: token.pos, end: scope.cursor.end, name, pipe };
};

const include = (scope: Scope): TemplateNode => {
  const context = 'template clause';
  const { cursor } = scope;
  const token = cursor.nextNonSpace();
  const name = templateName(scope, token, context);
  let pipe: TemplateNode['pipe'] = null;
  if (cursor.nextNonSpace().kind !== 'right delim') {
    cursor.backup();
    pipe = pipeline(scope, context, 'right delim');
  }
  return { type: 'template', pos: token.pos, end: cursor.end, name, pipe };
};

/** `{{define "name"}}…{{end}}`, after the keyword. */
export const definition = (scope: Scope): void => {
  const context = 'define clause';
  const name = unquoted(scope, expect(scope, ['string', 'raw string'], context));
  expect(scope, ['right delim'], context);
  body(scope, context, (inner, list) => add(inner, name, list));
};
