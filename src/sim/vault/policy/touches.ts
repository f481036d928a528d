import { has } from './capability.ts';
import { wildcardPatterns } from './lookup.ts';
import { mergePermissions } from './merge.ts';
import type { Rule } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';

const grantsAny = (rules: readonly Rule[]): boolean => {
  const { capabilities } = mergePermissions(rules);
  return capabilities !== 0 && !has(capabilities, 'deny');
};

/** Whether a path with `+` reaches below a mount: it has a segment for each of the mount's, and they match. */
function reaches(path: string, prefix: string): boolean {
  const isPrefix = path.endsWith('*');
  const given = (isPrefix ? path.slice(0, -1) : path).split('/');
  return prefix
    .replace(/\/$/, '')
    .split('/')
    .every((segment, at) => {
      const part = given[at];
      if (part === undefined) return false;
      return part === '+' || part === segment || (isPrefix && at === given.length - 1 && segment.startsWith(part));
    });
}

/**
 * Whether any rule that is not a deny lies at or below a mount (vault: logical_system.go, hasMountAccess).
 * @param prefix the mount: `secret/`
 * @param capabilities what the token may do at the mount's own path
 */
export function touches(indexes: readonly RuleIndex[], prefix: string, capabilities: readonly string[]): boolean {
  if (!capabilities.includes('deny')) return true;
  // Without any `+` rule the real look-up stops at a prefix above the mount and never asks what it grants.
  const segments = indexes.some((index) => index.segments.size > 0);
  if (!segments && wildcardPatterns(indexes, prefix, false).length > 0) return true;
  const below = (table: 'exact' | 'prefixes', path: string): boolean =>
    path.startsWith(prefix) && grantsAny(indexes.flatMap((index) => index[table].get(path) ?? []));
  return indexes.some(
    (index) =>
      [...index.exact.keys()].some((path) => below('exact', path)) ||
      [...index.prefixes.keys()].some((path) => below('prefixes', path)) ||
      [...index.segments.keys()].some(
        (path) => reaches(path, prefix) && grantsAny(indexes.flatMap((other) => other.segments.get(path) ?? [])),
      ),
  );
}
