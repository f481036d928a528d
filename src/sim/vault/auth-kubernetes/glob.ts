/** Binding lists of a role, in which only `*` is special. Source: github.com/ryanuber/go-glob; strutil.StrListContainsGlob. */
import { globMatches } from '../tokens/policies.ts';

/** The pattern of a list that a value matches first, or `undefined`. */
export const matchingGlob = (patterns: readonly string[], value: string): string | undefined =>
  patterns.find((pattern) => globMatches(pattern, value));

/** `*` among other values: Vault refuses to store such a list. */
export const mixesStar = (patterns: readonly string[]): boolean => patterns.length > 1 && patterns.includes('*');
