import type { Position, Range } from './position.ts';
import type { Token } from './token.ts';

/** A literal: string, heredoc, number, float, boolean. */
export interface Literal {
  readonly kind: 'literal';
  readonly token: Token;
  readonly range: Range;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly position: Position | undefined;
  readonly range: Range;
}

export interface Block {
  readonly kind: 'object';
  readonly items: readonly Item[];
  readonly position: Position | undefined;
  readonly range: Range;
}

export type Value = Literal | List | Block;

/** `key = value` or `key "key" { … }`. */
export interface Item {
  readonly keys: readonly Token[];
  /** Where the `=` (or JSON's `:`) is; undefined for a block. */
  readonly assign: Position | undefined;
  readonly value: Value;
  readonly range: Range;
}

/** A whole file: the items of its root. */
export interface File {
  readonly items: readonly Item[];
  readonly format: 'hcl' | 'json';
}

/** A type's name in Go, which error texts show. */
export const goType = (node: Value | 'item' | 'items'): string => {
  if (node === 'item') return '*ast.ObjectItem';
  if (node === 'items') return '*ast.ObjectList';
  return { literal: '*ast.LiteralType', list: '*ast.ListType', object: '*ast.ObjectType' }[node.kind];
};

/** Where the real parser says a value is. */
export const positionOf = (node: Value): Position | undefined =>
  node.kind === 'literal' ? node.token.position : node.position;

/** Where the real parser says a group of items is: at the first key of the first. */
export const positionOfItems = (items: readonly Item[]): Position | undefined => items[0]?.keys[0]?.position;
