import type { PathPattern } from './path-pattern.ts';
import { advantage } from './precedence.ts';
import type { Rule } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';

/** The rule that decides: one path, the stanzas of all policies for it, in the policies' order. */
export interface Match {
  readonly pattern: PathPattern;
  readonly rules: readonly Rule[];
  /** The path it was found for: a list's without its closing slash, or as asked. */
  readonly path: string;
}

const gather = (indexes: readonly RuleIndex[], table: 'exact' | 'prefixes' | 'segments', path: string): Rule[] =>
  indexes.flatMap((index) => index[table].get(path) ?? []);

function exactMatch(indexes: readonly RuleIndex[], path: string): Match | undefined {
  const rules = gather(indexes, 'exact', path);
  return rules.length === 0 ? undefined : { pattern: { kind: 'exact', path }, rules, path };
}

/** The patterns with wildcards that match, of prefixes only the longest of each policy unless `all`. */
export function wildcardPatterns(indexes: readonly RuleIndex[], path: string, all: boolean): readonly PathPattern[] {
  const prefixes = new Set<string>();
  const segments = new Set<string>();
  for (const index of indexes) {
    for (const prefix of index.prefixesOf(path)) {
      prefixes.add(prefix);
      if (!all) break;
    }
    for (const matching of index.segmentsFor(path)) segments.add(matching);
  }
  return [
    ...[...prefixes].map((prefix): PathPattern => ({ kind: 'prefix', path: prefix })),
    ...[...segments].map((matching): PathPattern => ({ kind: 'segments', path: matching })),
  ];
}

/** All stanzas for a pattern. */
export const rulesOf = (indexes: readonly RuleIndex[], pattern: PathPattern): readonly Rule[] =>
  gather(indexes, pattern.kind === 'prefix' ? 'prefixes' : pattern.kind, pattern.path);

function wildcardMatch(indexes: readonly RuleIndex[], path: string): Match | undefined {
  let best: PathPattern | undefined;
  for (const pattern of wildcardPatterns(indexes, path, false)) {
    if (best === undefined || advantage(pattern, best) !== undefined) best = pattern;
  }
  return best && { pattern: best, rules: rulesOf(indexes, best), path };
}

/** The forms of a path in the order in which they are looked up. A list is first asked without its closing slash. */
export const formsOf = (path: string, isList: boolean): readonly string[] =>
  isList && path.endsWith('/') ? [path.slice(0, -1), path] : [path];

/**
 * The one rule that decides about a path (vault: acl.go, AllowOperation). Exact rules come before all others, for lists in
 * both forms of the path; then the most specific with wildcards. There is no falling through to a less specific rule.
 * @param path without `v1/` and leading slashes
 */
export function decidingRule(indexes: readonly RuleIndex[], path: string, isList: boolean): Match | undefined {
  const forms = formsOf(path, isList);
  for (const form of [path, ...forms.slice(0, -1)]) {
    const exact = exactMatch(indexes, form);
    if (exact !== undefined) return exact;
  }
  for (const form of forms) {
    const match = wildcardMatch(indexes, form);
    if (match !== undefined) return match;
  }
  return undefined;
}
