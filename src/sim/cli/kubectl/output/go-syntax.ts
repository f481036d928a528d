import { quote } from '../../../go/quote.ts';
import { byText } from '../../../text/order.ts';

/** A decoded JSON value as Go's `%#v` writes it. (Go: fmt) */
export const goSyntax = (value: unknown): string => {
  if (value === null || value === undefined) return 'interface {}(nil)';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (typeof value !== 'object') return String(value);
  const fields = Object.entries(value)
    .toSorted(([a], [b]) => byText(a, b))
    .map(([key, inner]) => `${quote(key)}:${goSyntax(inner)}`);
  return `map[string]interface {}{${fields.join(', ')}}`;
};
