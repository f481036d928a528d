/** Compiles a tree to a program for the machine in `match.ts` (Pike's construction). */
import { regexError } from './parse.ts';
import type { Assertion, RuneTest, Tree } from './syntax.ts';

export type Instruction =
  | { op: 'rune'; test: RuneTest }
  | { op: 'assert'; what: Assertion }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'match' };

const LARGEST = 20000;

class Compiler {
  readonly code: Instruction[] = [];
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  push(instruction: Instruction): number {
    if (this.code.length >= LARGEST) throw regexError('expression too large', this.#pattern);
    return this.code.push(instruction) - 1;
  }

  #split(greedy: boolean): { at: number; leave: (to: number) => void } {
    const at = this.push({ op: 'split', first: 0, second: 0 });
    const enter = at + 1;
    return {
      at,
      leave: (to) => {
        this.code[at] = { op: 'split', first: greedy ? enter : to, second: greedy ? to : enter };
      },
    };
  }

  add(tree: Tree): void {
    switch (tree.type) {
      case 'empty':
        return;
      case 'rune':
        this.push({ op: 'rune', test: tree.test });
        return;
      case 'assert':
        this.push({ op: 'assert', what: tree.what });
        return;
      case 'sequence':
        for (const item of tree.items) this.add(item);
        return;
      case 'group':
        this.push({ op: 'save', slot: tree.index * 2 });
        this.add(tree.item);
        this.push({ op: 'save', slot: tree.index * 2 + 1 });
        return;
      case 'choice':
        this.#choice(tree.items);
        return;
      case 'repeat':
        this.#repeat(tree);
        return;
    }
  }

  #choice(items: readonly Tree[]): void {
    const ends: number[] = [];
    items.forEach((item, i) => {
      const last = i === items.length - 1;
      const split = last ? undefined : this.#split(true);
      this.add(item);
      if (!split) return;
      ends.push(this.push({ op: 'jump', to: 0 }));
      split.leave(this.code.length);
    });
    for (const end of ends) this.code[end] = { op: 'jump', to: this.code.length };
  }

  #repeat(tree: Extract<Tree, { type: 'repeat' }>): void {
    for (let i = 0; i < tree.min; i++) this.add(tree.item);
    if (tree.max === Infinity) {
      const split = this.#split(tree.greedy);
      this.add(tree.item);
      this.push({ op: 'jump', to: split.at });
      split.leave(this.code.length);
      return;
    }
    const splits = [];
    for (let i = tree.min; i < tree.max; i++) {
      splits.push(this.#split(tree.greedy));
      this.add(tree.item);
    }
    for (const split of splits) split.leave(this.code.length);
  }
}

export const compileProgram = (tree: Tree, pattern: string): Instruction[] => {
  const compiler = new Compiler(pattern);
  compiler.push({ op: 'save', slot: 0 });
  compiler.add(tree);
  compiler.push({ op: 'save', slot: 1 });
  compiler.push({ op: 'match' });
  return compiler.code;
};
