/** Domain names as certificates may hold them. Source: vault: issuing/issue_common.go; golang.org/x/net/idna. */

const LABEL = '([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(\\*\\.)?(${LABEL}\\.)*${LABEL}\\.?$`);
const WILDCARD_LABEL = new RegExp(`^(\\*|\\*${LABEL}|${LABEL}\\*|${LABEL}\\*${LABEL})$`);

export const isHostName = (text: string): boolean => HOST.test(text);

export const isWildcardLabel = (text: string): boolean => WILDCARD_LABEL.test(text);

/**
 * Lengths of a name and of its labels, checked; the text that idna refuses it with. Names beyond ASCII, which the real
 * one turns into punycode, are refused like disallowed runes.
 */
export const domainError = (name: string): string | undefined => {
  const foreign = [...name].find((c) => (c.codePointAt(0) ?? 0) > 127);
  if (foreign !== undefined)
    return `idna: disallowed rune U+${(foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  const invalid = (text: string) => `idna: invalid label ${JSON.stringify(text)}`;
  for (const label of bare.split('.')) {
    if (label === '') return invalid(name);
    if (label.length > 63) return invalid(label);
  }
  return bare.length > 253 ? invalid(name) : undefined;
};
