/** Binding lists of a role. Source: github.com/ryanuber/go-glob; strutil.StrListContainsGlob. */

/**
 * Whether a value matches a pattern in which only `*` is special (any text, also none); case-sensitive.
 * @param pattern e.g. `web-*`
 */
export const globMatches = (pattern: string, value: string): boolean => {
  const parts = pattern.split('*');
  const head = parts[0] ?? '';
  if (parts.length === 1) return pattern === value;
  const tail = parts.at(-1) ?? '';
  if (!value.startsWith(head) || value.length < head.length + tail.length || !value.endsWith(tail)) return false;
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    const found = value.indexOf(part, at);
    if (found < 0 || found + part.length > value.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
};

/** The pattern of a list that a value matches first, or `undefined`. */
export const matchingGlob = (patterns: readonly string[], value: string): string | undefined =>
  patterns.find((pattern) => globMatches(pattern, value));

/** `*` among other values: Vault refuses to store such a list. */
export const mixesStar = (patterns: readonly string[]): boolean => patterns.length > 1 && patterns.includes('*');
