import type { Cursor } from './cursor.ts';
import type { ListNode } from './nodes.ts';
import { describe, type Token, type TokenKind } from './token.ts';

/** How deep parentheses and blocks may nest; Go allows 10,000 parentheses (parse.go: maxStackDepth) and any blocks. */
export const NESTING = 400;

/** What the parser knows while it reads one template of a set. */
export interface Scope {
  cursor: Cursor;
  /** Variables in reach; `$` always is. */
  vars: string[];
  rangeDepth: number;
  /** Line on which the open action began, 0 outside one. */
  actionLine: number;
  nesting: number;
  isFunction(name: string): boolean;
  templates: Map<string, ListNode>;
  /** Lists under construction, outermost first: what is left to show after an error. */
  open: ListNode[];
}

export const newScope = (
  cursor: Cursor,
  isFunction: (name: string) => boolean,
  templates: Map<string, ListNode>,
): Scope => ({
  cursor,
  isFunction,
  templates,
  vars: ['$'],
  rangeDepth: 0,
  actionLine: 0,
  nesting: 0,
  open: [],
});

export const unexpected = (scope: Scope, token: Token, context: string): never => {
  if (token.kind !== 'error') return scope.cursor.fail(`unexpected ${describe(token)} in ${context}`);
  let extra = '';
  if (scope.actionLine !== 0 && scope.actionLine !== token.line) {
    extra = ` in action started at :${scope.actionLine}`;
    if (token.text.endsWith(' action')) extra = extra.slice(' in action'.length);
  }
  return scope.cursor.fail(token.text + extra);
};

export const expect = (scope: Scope, kinds: readonly TokenKind[], context: string): Token => {
  const token = scope.cursor.nextNonSpace();
  return kinds.includes(token.kind) ? token : unexpected(scope, token, context);
};

/** Run one nested construct, refusing endless depth. */
export const nested = <T>(scope: Scope, read: () => T): T => {
  if (scope.nesting >= NESTING) scope.cursor.fail('max expression depth exceeded');
  scope.nesting++;
  const result = read();
  scope.nesting--;
  return result;
};
