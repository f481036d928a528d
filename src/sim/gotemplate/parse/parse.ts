import { toBytes, toText } from '../text/utf8.ts';
import { add, definition, isCloser, textOrAction } from './blocks.ts';
import { Cursor, SyntaxProblem } from './cursor.ts';
import { Lexer } from './lexer.ts';
import type { ListNode } from './nodes.ts';
import { newScope, type Scope } from './scope.ts';

export interface ParseOptions {
  /** Empty or left out: `{{` and `}}`. */
  left?: string;
  right?: string;
  /** Names that may be called; left out: any. */
  isFunction?: (name: string) => boolean;
}

export interface SyntaxFault {
  /** As Go prints it: `template: :1: unexpected EOF`. */
  text: string;
  /** Without the prefix: `unexpected EOF`. */
  detail: string;
  /** From 1. */
  line: number;
  /** Byte offset of the token at fault. */
  pos: number;
}

export interface Parsed {
  /** The source as bytes; every `pos` counts in it. */
  source: string;
  /** The template itself; after a fault: what had been read, open blocks included. */
  root: ListNode;
  /** Named templates of the set; the template itself is `''`. */
  templates: ReadonlyMap<string, ListNode>;
  fault: SyntaxFault | null;
}

const readAll = (scope: Scope, root: ListNode): void => {
  const { cursor } = scope;
  while (cursor.peek().kind !== 'eof') {
    if (cursor.peek().kind === 'left delim') {
      const delim = cursor.next();
      if (cursor.nextNonSpace().kind === 'define') {
        definition(scope);
        continue;
      }
      cursor.backup2(delim);
    }
    const item = textOrAction(scope);
    if (isCloser(item)) throw cursor.fail(`unexpected ${item.type}`);
    root.nodes.push(item);
  }
  root.end = cursor.end;
};

/**
 * Parse a template the way Go's text/template does.
 * @param template ordinary text
 * @returns the tree; `fault` instead of an exception. Source: Go text/template/parse.
 */
export const parse = (template: string, options: ParseOptions = {}): Parsed => {
  const source = toBytes(template);
  const lexer = new Lexer(source, toBytes(options.left ?? ''), toBytes(options.right ?? ''));
  const templates = new Map<string, ListNode>();
  const scope = newScope(new Cursor(lexer), options.isFunction ?? (() => true), templates);
  const root: ListNode = { type: 'list', pos: 0, end: 0, nodes: [] };
  try {
    readAll(scope, root);
    add(scope, '', root);
    return { source, root: templates.get('') ?? root, templates, fault: null };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    for (const list of scope.open) root.nodes.push(...list.nodes);
    const { line, pos } = error;
    const detail = toText(error.message);
    return { source, root, templates, fault: { text: `template: :${line}: ${detail}`, detail, line, pos } };
  }
};
