/** JSON as Go's `encoding/json` writes it. */
import { byText } from '../text/order.ts';

/** A JSON value whose integers may be beyond what a double holds. */
export type Json = string | number | bigint | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

const quoted = (text: string, html: boolean): string => {
  const json = JSON.stringify(text);
  return html ? json.replace(/[<>&\u2028\u2029]/g, (c) => ESCAPES[c] ?? c) : json;
};

const write = (value: unknown, indent: string, at: string, html: boolean): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quoted(value, html);
  if (typeof value !== 'object') return String(value);
  const inner = at + indent;
  const [gap, colon] = indent === '' ? ['', ':'] : [`\n${inner}`, ': '];
  const close = indent === '' ? '' : `\n${at}`;
  const items = Array.isArray(value)
    ? value.map((v) => write(v, indent, inner, html))
    : Object.entries(value)
        .filter(([, v]) => v !== undefined)
        .map(([k, v]) => `${quoted(k, html)}${colon}${write(v, indent, inner, html)}`);
  const [open, end] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0 ? open + end : open + gap + items.join(`,${gap}`) + close + end;
};

/** `json.MarshalIndent(value, "", indent)`; with `''`: `json.Marshal`. Keys keep their order. */
export const goJson = (value: unknown, indent = '', html = true): string => write(value, indent, '', html);

/** A copy whose maps are in the order of their keys, as Go writes a map. */
export const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byText(a, b))
      .map(([k, v]) => [k, sorted(v)]),
  );
};

/** An object with its keys sorted, as Go writes a map; what is inside stays as it is. */
export const sortedKeys = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => byText(a, b)));

/** `json.Marshal`: no spaces, `<`, `>` and `&` escaped, keys in the order they were set. */
export const writeJson = (value: Json): string => goJson(value);
