/** Trees of regular expressions in RE2's syntax, as Go's regexp/syntax reads it. */

export type RuneTest = (rune: number) => boolean;

export type Assertion = 'begin text' | 'end text' | 'begin line' | 'end line' | 'word boundary' | 'no word boundary';

export type Tree =
  | { type: 'empty' }
  | { type: 'rune'; test: RuneTest }
  | { type: 'assert'; what: Assertion }
  | { type: 'sequence'; items: Tree[] }
  | { type: 'choice'; items: Tree[] }
  | { type: 'repeat'; item: Tree; min: number; max: number; greedy: boolean }
  | { type: 'group'; item: Tree; index: number };

export interface Syntax {
  tree: Tree;
  /** Names of the groups by number; '' where unnamed. */
  names: string[];
}
