/** A JSON value whose integers may be beyond what a double holds. */
export type Json = string | number | bigint | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

const text = (value: string): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => ESCAPES[char] ?? char);

/** JSON text as Go's `json.Marshal` writes it: no spaces, `<`, `>` and `&` escaped, keys in the order they were set. */
export const writeJson = (value: Json): string => {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, part]) => `${text(key)}:${writeJson(part as Json)}`)
    .join(',')}}`;
};

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** An object with its keys sorted, as Go writes a map. */
export const sortedKeys = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(byKey));
