import { has } from './capability.ts';
import { mergePermissions } from './merge.ts';
import type { Rule } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';

const grantsAny = (rules: readonly Rule[]): boolean => {
  const { capabilities } = mergePermissions(rules);
  return capabilities !== 0 && !has(capabilities, 'deny');
};

/** Whether a path with `+` can reach below a mount: its leading segments match the mount's. */
function reaches(path: string, prefix: string): boolean {
  const wanted = prefix.replace(/\/$/, '').split('/');
  const isPrefix = path.endsWith('*');
  const given = (isPrefix ? path.slice(0, -1) : path).split('/');
  return wanted.every((segment, at) => {
    const part = given[at];
    if (part === '+' || part === segment) return true;
    const last = isPrefix && at >= given.length - 1;
    return last && (at >= given.length || segment.startsWith(part ?? ''));
  });
}

/**
 * Whether any rule that is not a deny lies at or below a mount (vault: logical_system.go, hasMountAccess).
 * @param prefix the mount: `secret/`
 * @param capabilities what the token may do at the mount's own path
 */
export function touches(indexes: readonly RuleIndex[], prefix: string, capabilities: readonly string[]): boolean {
  if (!capabilities.includes('deny')) return true;
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
