/** `yaml.Marshal` of gopkg.in/yaml.v2: block style, keys in its natural order. */
import { GoError } from '../exec/errors.ts';
import type { Meter } from '../exec/meter.ts';
import { formatFloat, parseFloat64 } from '../strconv/float.ts';
import { parseInt64 } from '../strconv/integer.ts';
import { isDigit, isLetter } from '../text/unicode.ts';
import { runesOf } from '../text/utf8.ts';
import type { Entry } from '../values/order.ts';
import { DURATION, JSON_NUMBER, TIME } from '../values/type.ts';
import { element, entriesOf, float, int64, itemsOf, type Pointer, str, textOf, type Value } from '../values/value.ts';
import { yamlString } from './yaml-emit.ts';

const rank = (v: Value): number | undefined =>
  v.type.kind === 'bool'
    ? Number(v.data)
    : typeof v.data === 'bigint' || typeof v.data === 'number'
      ? Number(v.data)
      : undefined;

const digitsFrom = (runes: readonly number[], at: number, start: number): { end: number; number: number } => {
  let end = at;
  let number = start;
  for (; end < runes.length && isDigit(runes[end]!); end++) number = number * 10 + (runes[end]! - 48);
  return { end, number };
};

/** Digits compare as numbers, letters come after other signs (sorter.go). */
const compareNames = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] === b[i]) continue;
    const [x, y] = [a[i]!, b[i]!];
    if (isLetter(x) && isLetter(y)) return x - y;
    if (isLetter(x) || isLetter(y)) return isLetter(y) ? -1 : 1;
    let start = 0;
    if (x === 48 || y === 48) for (let j = i - 1; j >= 0 && isDigit(a[j]!); j--) if (a[j] !== 48) start = 1;
    const left = digitsFrom(a, i, start);
    const right = digitsFrom(b, i, start);
    return left.number - right.number || left.end - right.end || x - y;
  }
  return a.length - b.length;
};

const KINDS = ['invalid', 'bool', 'int', 'int32', 'int64', 'uint', 'uint8', 'uint64', 'float64', 'string'];

const compareKeys = (a: Value, b: Value): number => {
  const [x, y] = [rank(a), rank(b)];
  if (x !== undefined && y !== undefined) return x - y || KINDS.indexOf(a.type.kind) - KINDS.indexOf(b.type.kind);
  if (a.type.kind === 'string' && b.type.kind === 'string') return compareNames(runesOf(textOf(a)), runesOf(textOf(b)));
  return KINDS.indexOf(a.type.kind) - KINDS.indexOf(b.type.kind);
};

const unwrap = (v: Value | null): Value | null => {
  let at = v;
  while (at && (at.type.kind === 'interface' || at.type.kind === 'pointer')) {
    at = at.data === null ? null : at.type.kind === 'pointer' ? (at.data as Pointer).target : (at.data as Value);
  }
  return at;
};

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** json.Number becomes an integer or a float where it is one. */
const settle = (v: Value): Value => {
  if (v.type !== JSON_NUMBER) return v;
  const integer = attempt(() => parseInt64(textOf(v), 10));
  if (integer !== undefined) return int64(integer);
  const number = attempt(() => parseFloat64(textOf(v)));
  return number === undefined ? str(textOf(v)) : float(number);
};

class Encoder {
  readonly #meter: Meter;
  constructor(meter: Meter) {
    this.#meter = meter;
  }

  root(v: Value | null): string {
    const inner = unwrap(v);
    if (inner && this.#isBlock(inner)) return this.#block(inner, 0, 0);
    return this.#scalar(inner, 0, 2, false);
  }

  #isBlock(v: Value): boolean {
    if (v.type === TIME) return false;
    if (v.type.kind === 'struct') return v.type.fields.length > 0;
    return (v.type.kind === 'map' && entriesOf(v).size > 0) || (v.type.kind === 'slice' && itemsOf(v).length > 0);
  }

  #block(v: Value, indent: number, depth: number): string {
    this.#meter.charge(depth > 300 ? Number.POSITIVE_INFINITY : 1 + indent);
    const parts =
      v.type.kind === 'slice'
        ? itemsOf(v).map((item) => this.#item(unwrap(element(v.type, item)), indent, depth))
        : this.#members(v).map(({ key, value }) => this.#member(key, unwrap(value), indent, depth));
    this.#meter.charge(parts.length * (indent + 1));
    return parts.join(`\n${' '.repeat(indent)}`);
  }

  #members(v: Value): Entry[] {
    if (v.type.kind === 'map') return [...entriesOf(v).values()].sort((a, b) => compareKeys(a.key, b.key));
    return (v.data as readonly Value[]).map((value, i) => ({ key: str(v.type.fields[i]!.name.toLowerCase()), value }));
  }

  #item(v: Value | null, indent: number, depth: number): string {
    return v && this.#isBlock(v)
      ? `- ${this.#block(v, indent + 2, depth + 1)}`
      : `- ${this.#scalar(v, indent + 2, indent + 2, false)}`;
  }

  #member(key: Value, v: Value | null, indent: number, depth: number): string {
    const raw = key.type.kind === 'string' ? textOf(key) : '';
    const simple = raw.length <= 128 && !/[\r\n]/.test(raw);
    const name = this.#scalar(unwrap(key), indent + (simple ? 0 : 2), indent + 2, simple);
    const head = simple ? `${name}:` : `? ${name}\n${' '.repeat(indent)}:`;
    if (!v || !this.#isBlock(v))
      return `${head} ${this.#scalar(v, indent + (simple ? head.length : 1) + 1, indent + 2, false)}`;
    // A sequence under a key is not indented further; after an explicit `? key` it follows the colon.
    const inner = v.type.kind === 'slice' ? indent : indent + 2;
    return simple
      ? `${head}\n${' '.repeat(inner)}${this.#block(v, inner, depth + 1)}`
      : `${head} ${this.#block(v, indent + 2, depth + 1)}`;
  }

  #scalar(given: Value | null, column: number, indent: number, key: boolean): string {
    if (given === null || given.type.kind === 'invalid') return 'null';
    const v = settle(given);
    if (v.type === DURATION || v.type === TIME) return yamlString(v.type.text!(v), { column, indent, key });
    switch (v.type.kind) {
      case 'string':
        this.#meter.charge(textOf(v).length);
        return yamlString(textOf(v), { column, indent, key });
      case 'bool':
        return String(v.data);
      case 'float64':
        return formatFloat(v.data as number, 'g', -1)
          .replace('+Inf', '.inf')
          .replace('-Inf', '-.inf')
          .replace('NaN', '.nan');
      case 'map':
      case 'struct':
        return '{}';
      case 'slice':
        return '[]';
      case 'chan':
      case 'func':
      case 'complex128':
        throw new GoError(`cannot marshal type: ${v.type.name}`);
      default:
        return String(v.data);
    }
  }
}

/** YAML text (byte string) without a final newline; throws GoError for what yaml.v2 cannot write. */
export const encodeYaml = (meter: Meter, v: Value | null): string => new Encoder(meter).root(v);
