/** `otherName`s as parameters write them: `<oid>;UTF8:<text>`. Source: vault: issuing/issue_common.go, ParseOtherSANs. */
import { globMatches } from '../tokens/policies.ts';

export type OtherName = readonly [oid: string, value: string];

/** @returns the pairs, or the text that says which is wrong */
export const parseOtherNames = (texts: readonly string[]): { names: readonly OtherName[] } | { error: string } => {
  const names: OtherName[] = [];
  for (const text of texts) {
    const quoted = JSON.stringify(text);
    const semicolon = text.indexOf(';');
    if (semicolon < 0) return { error: `expected a semicolon in other SAN ${quoted}` };
    const rest = text.slice(semicolon + 1);
    const colon = rest.indexOf(':');
    if (colon < 0) return { error: `expected a colon in other SAN ${quoted}` };
    if (!/^utf-?8$/i.test(rest.slice(0, colon)))
      return { error: `only utf8 other SANs are supported; found non-supported type in other SAN ${quoted}` };
    names.push([text.slice(0, semicolon), rest.slice(colon + 1)]);
  }
  return { names };
};

/** The text that refuses the first name that a role does not allow. @param allowed as the role has them */
export const refusedOtherName = (allowed: readonly string[], names: readonly OtherName[]): string | undefined => {
  if (allowed.length === 1 && allowed[0] === '*') return undefined;
  const parsed = parseOtherNames(allowed);
  if ('error' in parsed) return `error parsing role's allowed SANs: ${parsed.error}`;
  for (const [oid, value] of names) {
    const patterns = parsed.names.filter(([id]) => id === oid).map(([, pattern]) => pattern);
    if (patterns.length === 0) return `other SAN OID ${oid} not allowed by this role`;
    if (!patterns.some((pattern) => globMatches(pattern, value)))
      return `other SAN ${value} not allowed for OID ${oid} by this role`;
  }
  return undefined;
};
