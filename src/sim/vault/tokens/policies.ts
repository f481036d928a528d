/** Lists of policy names. (vault: sdk/helper/policyutil, sdk/helper/strutil) */

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Trimmed, lower-cased, without empty and repeated names, sorted by code unit. */
export const uniqueSorted = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''))].sort(compareText);

/** As a token carries them: `root` swallows all others, otherwise `default` is added if asked for. */
export const sanitizePolicies = (names: readonly string[], addDefault: boolean): string[] => {
  const clean = uniqueSorted(names);
  if (clean.includes('root')) return ['root'];
  return addDefault && !clean.includes('default') ? uniqueSorted([...clean, 'default']) : clean;
};

/** Policies that Vault gives out itself only. */
export const NOT_ASSIGNABLE: readonly string[] = ['response-wrapping', 'control-group'];

/** `*` at start, end, or both; anything else is exact. (ryanuber/go-glob: any number of `*` anywhere) */
export const globMatches = (pattern: string, text: string): boolean => {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === text;
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
};
