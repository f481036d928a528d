/** Lists of policy names. Source: vault: sdk/helper/policyutil/policyutil.go (SanitizePolicies, EquivalentPolicies). */

/** Trimmed, lower-cased, without repetition, sorted; `root` swallows the rest. */
export const parsePolicies = (names: readonly string[]): readonly string[] => {
  const clean = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return clean.includes('root') ? ['root'] : [...new Set(clean)].sort();
};

/** Whether two lists give the same rights; `default` and the order do not matter. */
export const equivalentPolicies = (a: readonly string[], b: readonly string[]): boolean => {
  const names = (list: readonly string[]) => [...new Set(list)].filter((name) => name !== 'default').sort();
  return names(a).join('\n') === names(b).join('\n');
};
