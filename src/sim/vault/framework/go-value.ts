/** How Go names and prints the values that a JSON decoder with UseNumber produces. */

const STRING_LIST = Symbol('[]string');

/** A query parameter that was given several times: Go's `[]string`, while a JSON array is `[]interface {}`. */
export const stringList = (values: readonly string[]): readonly string[] =>
  Object.defineProperty([...values], STRING_LIST, { value: true });

/** `string`, `bool`, `[]interface {}`, `map[string]interface {}`; numbers are `json.Number`. */
export const goType = (value: unknown): string => {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return STRING_LIST in value ? '[]string' : '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  if (typeof value === 'number') return 'json.Number';
  return typeof value === 'boolean' ? 'bool' : 'string';
};

/** Go's kind: json.Number is a string. */
export const goKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'slice';
  if (typeof value === 'object' && value !== null) return 'map';
  return typeof value === 'boolean' ? 'bool' : 'string';
};

/** `%v`: `[a b]`, `map[a:1 b:2]`, `<nil>`. */
export const goPrint = (value: unknown): string => {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goPrint).join(' ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([key, item]) => `${key}:${goPrint(item)}`).join(' ')}]`;
  }
  return String(value);
};

export { quote as goQuote } from '../../go/quote.ts';
