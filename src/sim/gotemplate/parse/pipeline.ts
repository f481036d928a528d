/** Pipelines, commands, operands. Go: text/template/parse/parse.go. */
import { GoError } from '../exec/errors.ts';
import { quote, unquote } from '../strconv/quote.ts';
import { numberNode } from './constant.ts';
import type { CommandNode, FieldNode, Operand, PipeNode, VariableNode } from './nodes.ts';
import { nested, type Scope, unexpected } from './scope.ts';
import { show } from './show.ts';
import type { Token, TokenKind } from './token.ts';

const OPERANDS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'bool',
  'char constant',
  'complex',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'raw string',
  'string',
  'variable',
  'left paren',
]);
const CONSTANTS: ReadonlySet<string> = new Set(['bool', 'dot', 'nil', 'number', 'string']);

const variable = (token: Token): VariableNode => ({
  type: 'variable',
  pos: token.pos,
  end: token.pos + token.text.length,
  ident: token.text.split('.'),
});

/** Text of a quoted token; a literal Go cannot read stops the parse. */
export const unquoted = (scope: Scope, token: Token): string =>
  unquote(token.text) ?? scope.cursor.fail('invalid syntax');

/** Reads the `$x :=`, `$i, $x :=` or `$x =` in front of a pipeline. */
const declarations = (scope: Scope, pipe: PipeNode, context: string): void => {
  const { cursor } = scope;
  while (cursor.peeks('variable')) {
    const name = cursor.next();
    const after = cursor.peek();
    const next = cursor.peekNonSpace();
    const comma = next.kind === 'char' && next.text === ',';
    if (next.kind !== 'assign' && next.kind !== 'declare' && !comma) {
      if (after.kind === 'space') cursor.backup3(name, after);
      else cursor.backup2(name);
      return;
    }
    if (!comma) pipe.assign = next.kind === 'assign';
    cursor.nextNonSpace();
    pipe.decl.push(variable(name));
    scope.vars.push(name.text);
    if (!comma) return;
    if (context !== 'range' || pipe.decl.length >= 2) cursor.fail(`too many declarations in ${context}`);
    const follows = cursor.peekNonSpace().kind;
    if (follows !== 'variable' && follows !== 'right delim' && follows !== 'right paren') {
      cursor.fail('range can only initialize variables');
    }
  }
};

const check = (scope: Scope, pipe: PipeNode, context: string): PipeNode => {
  if (pipe.commands.length === 0) scope.cursor.fail(`missing value for ${context}`);
  pipe.commands.forEach((command, i) => {
    if (i > 0 && CONSTANTS.has(command.args[0]!.type)) {
      scope.cursor.fail(`non executable command in pipeline stage ${i + 1}`);
    }
  });
  pipe.end = pipe.commands.at(-1)!.end;
  return pipe;
};

/** A pipeline up to and including the token `end`. */
export const pipeline = (scope: Scope, context: string, end: TokenKind): PipeNode => {
  const { cursor } = scope;
  const { pos } = cursor.peekNonSpace();
  const pipe: PipeNode = { type: 'pipe', pos, end: pos, assign: false, decl: [], commands: [] };
  declarations(scope, pipe, context);
  while (true) {
    const token = cursor.nextNonSpace();
    if (token.kind === end) return check(scope, pipe, context);
    if (!OPERANDS.has(token.kind)) return unexpected(scope, token, context);
    cursor.backup();
    pipe.commands.push(command(scope));
  }
};

const command = (scope: Scope): CommandNode => {
  const { cursor } = scope;
  const { pos } = cursor.peekNonSpace();
  const node: CommandNode = { type: 'command', pos, end: pos, args: [] };
  while (true) {
    cursor.peekNonSpace();
    const arg = operand(scope);
    if (arg) {
      node.args.push(arg);
      node.end = arg.end;
    }
    const token = cursor.next();
    if (token.kind === 'space') continue;
    if (token.kind === 'right delim' || token.kind === 'right paren') cursor.backup();
    else if (token.kind !== 'pipe') return unexpected(scope, token, 'operand');
    if (node.args.length === 0) cursor.fail('empty command');
    return node;
  }
};

/** A term with the fields that touch it: `(f x).a.b`. */
const operand = (scope: Scope): Operand | undefined => {
  const { cursor } = scope;
  const node = term(scope);
  if (!node || cursor.peek().kind !== 'field') return node;
  const { pos } = cursor.peek();
  const fields: string[] = [];
  while (cursor.peek().kind === 'field') {
    fields.push(cursor.next().text.slice(1));
    if (fields.at(-1) === '') cursor.fail('empty field');
  }
  const { end } = cursor;
  if (node.type === 'field' || node.type === 'variable') {
    return {
      ...node,
      pos,
      end: fields.length > 0 ? pos + fields.join('.').length + 1 : end,
      ident: [...node.ident, ...fields],
    };
  }
  if (CONSTANTS.has(node.type)) return cursor.fail(`unexpected . after term ${quote(show(node))}`);
  return { type: 'chain', pos, end: pos + fields.join('.').length + 1, node, fields };
};

const term = (scope: Scope): Operand | undefined => {
  const { cursor } = scope;
  const token = cursor.nextNonSpace();
  const span = { pos: token.pos, end: token.pos + token.text.length };
  switch (token.kind) {
    case 'identifier':
      if (!scope.isFunction(token.text)) cursor.fail(`function ${quote(token.text)} not defined`);
      return { type: 'identifier', ...span, name: token.text };
    case 'dot':
      return { type: 'dot', ...span };
    case 'nil':
      return { type: 'nil', ...span };
    case 'variable':
      if (!scope.vars.includes(token.text)) cursor.fail(`undefined variable ${quote(token.text)}`);
      return variable(token);
    case 'field': {
      const field: FieldNode = { type: 'field', ...span, ident: token.text.slice(1).split('.') };
      return field;
    }
    case 'bool':
      return { type: 'bool', ...span, value: token.text === 'true' };
    case 'char constant':
    case 'complex':
    case 'number':
      try {
        return numberNode(token);
      } catch (error) {
        if (error instanceof GoError) cursor.fail(error.message);
        throw error;
      }
    case 'left paren': {
      const pipe = nested(scope, () => pipeline(scope, 'parenthesized pipeline', 'right paren'));
      return pipe;
    }
    case 'string':
    case 'raw string':
      return { type: 'string', ...span, quoted: token.text, text: unquoted(scope, token) };
  }
  cursor.backup();
  return undefined;
};
