/** Metadata of a secret id: JSON, or `key=value` pairs with commas. Source: strutil.ParseArbitraryKeyValues. */

export type ParsedPairs = { readonly pairs: Readonly<Record<string, string>> } | { readonly error: string };

const fromJson = (text: string): ParsedPairs | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    return entries.every(([, item]) => typeof item === 'string') ? { pairs: Object.fromEntries(entries) } : undefined;
  } catch {
    return undefined;
  }
};

/** @param text '' for none */
export const parseMetadata = (text: string): ParsedPairs => {
  const trimmed = text.trim();
  if (trimmed === '') return { pairs: {} };
  const json = fromJson(trimmed);
  if (json) return json;
  const pairs: Record<string, string> = {};
  for (const part of trimmed.split(',')) {
    const at = part.indexOf('=');
    if (at < 1) return { error: 'invalid key/value pair' };
    pairs[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return { pairs };
};
