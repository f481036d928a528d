import type { Rule } from './rule.ts';
import { SegmentTrie } from './segment-trie.ts';

const add = (table: Map<string, Rule[]>, rule: Rule): void => {
  const rules = table.get(rule.pattern.path);
  if (rules === undefined) table.set(rule.pattern.path, [rule]);
  else rules.push(rule);
};

const NONE: readonly Rule[] = [];

/**
 * The rules of one policy, arranged so that finding those for a path takes the same time however many others there are:
 * exact paths in a table, prefixes in a table by length, segment wildcards in a tree.
 */
export class RuleIndex {
  readonly exact = new Map<string, Rule[]>();
  readonly prefixes = new Map<string, Rule[]>();
  readonly segments = new Map<string, Rule[]>();
  /** Lengths of the prefixes, longest first. */
  readonly lengths: readonly number[];
  readonly #tree = new SegmentTrie();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if (rule.pattern.kind === 'exact') add(this.exact, rule);
      else if (rule.pattern.kind === 'prefix') add(this.prefixes, rule);
      else {
        if (!this.segments.has(rule.pattern.path)) this.#tree.add(rule.pattern.path);
        add(this.segments, rule);
      }
    }
    const lengths = new Set([...this.prefixes.keys()].map((path) => path.length));
    this.lengths = [...lengths].sort((one, other) => other - one);
  }

  /** Stanzas for exactly this path. */
  exactly(path: string): readonly Rule[] {
    return this.exact.get(path) ?? NONE;
  }

  /** Prefixes of the path that have rules, longest first. */
  *prefixesOf(path: string): Generator<string> {
    for (const length of this.lengths) {
      if (length > path.length) continue;
      const prefix = path.slice(0, length);
      if (this.prefixes.has(prefix)) yield prefix;
    }
  }

  /** Paths with `+` that match, in no order. */
  segmentsFor(path: string): readonly string[] {
    return this.segments.size === 0 ? [] : this.#tree.matches(path);
  }
}
