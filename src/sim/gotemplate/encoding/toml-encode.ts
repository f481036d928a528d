/** `toml.Encode` of github.com/BurntSushi/toml: plain keys first, then tables, each sorted. */
import { GoError } from '../exec/errors.ts';
import type { Meter } from '../exec/meter.ts';
import { formatFloat, parseFloat64 } from '../strconv/float.ts';
import { parseInt64 } from '../strconv/integer.ts';
import { hex, quote } from '../strconv/quote.ts';
import { replaceBytes } from '../text/ascii.ts';
import { DURATION, JSON_NUMBER, STRING, TIME } from '../values/type.ts';
import { element, entriesOf, itemsOf, type Pointer, textOf, type Value } from '../values/value.ts';

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

const quoted = (text: string): string =>
  `"${replaceBytes(text, (char, control) => SHORT[char] ?? (control ? `\\u${hex(char.charCodeAt(0), 4)}` : undefined))}"`;

const keyPart = (name: string): string => (/^[A-Za-z0-9_-]+$/.test(name) ? name : quoted(name));

const unwrap = (v: Value | null): Value | null => {
  let at = v;
  while (at && (at.type.kind === 'interface' || at.type.kind === 'pointer')) {
    at = at.data === null ? null : at.type.kind === 'pointer' ? (at.data as Pointer).target : (at.data as Value);
  }
  return at && at.data === null ? null : at;
};

const isTable = (v: Value | null): boolean =>
  v !== null && v.type !== TIME && (v.type.kind === 'map' || v.type.kind === 'struct');

const itemsIn = (v: Value): (Value | null)[] => itemsOf(v).map((item) => unwrap(element(v.type, item)));

const isTableArray = (v: Value | null): boolean => {
  if (v?.type.kind !== 'slice') return false;
  const items = itemsIn(v);
  if (items.includes(null)) throw new GoError('toml: cannot encode array with nil element');
  return items.length > 0 && items.every(isTable);
};

const floatText = (number: number): string => {
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return number < 0 ? '-inf' : '+inf';
  const text = formatFloat(number, 'f', -1);
  return text.includes('.') ? text : `${text}.0`;
};

const numberText = (text: string): string => {
  if (text === '') return '0';
  try {
    return String(parseInt64(text, 10));
  } catch {
    try {
      return floatText(parseFloat64(text));
    } catch {
      throw new GoError(`unable to convert ${quote(text)} to int64 or float64`);
    }
  }
};

class Encoder {
  readonly #meter: Meter;
  out = '';

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  #newline(): void {
    if (this.out !== '') this.out += '\n';
  }

  #indent(key: readonly string[]): string {
    return '  '.repeat(Math.max(key.length - 1, 0));
  }

  encode(key: readonly string[], v: Value | null): void {
    this.#meter.charge(key.length > 100 ? Number.POSITIVE_INFINITY : 2 + key.length);
    if (v === null) return;
    if (isTable(v)) this.#table(key, v);
    else if (isTableArray(v)) this.#tables(key, v);
    else this.#pair(key, v);
  }

  #pair(key: readonly string[], v: Value): void {
    if (['chan', 'func', 'complex128'].includes(v.type.kind)) {
      throw new GoError(`unsupported type for key '${key.map(keyPart).join('.')}': ${v.type.kind}`);
    }
    // Without a key a value stands alone, as the library allows since 1.4.
    const head = key.length === 0 ? '' : `${this.#indent(key)}${keyPart(key.at(-1)!)} = `;
    this.out += head + this.#inline(v, 0);
    if (key.length > 0) this.#newline();
  }

  #table(key: readonly string[], v: Value): void {
    if (key.length === 1) this.#newline();
    if (key.length > 0) {
      this.out += `${this.#indent(key)}[${key.map(keyPart).join('.')}]`;
      this.#newline();
    }
    for (const [name, item] of this.#members(v)) this.encode([...key, name], item);
  }

  #tables(key: readonly string[], v: Value): void {
    if (key.length === 0) throw new GoError('toml: top-level values must be Go maps or structs');
    for (const item of itemsIn(v)) {
      this.#newline();
      this.out += `${this.#indent(key)}[[${key.map(keyPart).join('.')}]]`;
      this.#newline();
      for (const [name, member] of this.#members(item!)) this.encode([...key, name], member);
    }
  }

  /** Members that are not nil, plain ones before tables. */
  #members(v: Value): [string, Value | null][] {
    let all: [string, Value | null][];
    if (v.type.kind === 'struct') {
      all = (v.data as readonly Value[]).map((field, i) => [v.type.fields[i]!.name, unwrap(field)]);
    } else {
      if (v.type.key !== STRING) throw new GoError('toml: cannot encode a map with non-string key type');
      all = [...entriesOf(v).values()].map(({ key, value }) => [textOf(key), unwrap(value)]);
      all.sort(([a], [b]) => (a < b ? -1 : 1));
    }
    const sub = (item: Value | null) => isTable(item) || isTableArray(item);
    return [...all.filter(([, item]) => !sub(item)), ...all.filter(([, item]) => sub(item))];
  }

  #inline(v: Value | null, depth: number): string {
    this.#meter.charge(depth > 100 ? Number.POSITIVE_INFINITY : 1);
    if (v === null) throw new GoError('reflect: call of reflect.Value.Interface on zero Value');
    if (v.type === JSON_NUMBER) return numberText(textOf(v));
    if (v.type === TIME) return v.type.text!(v);
    if (v.type === DURATION) return quoted(v.type.text!(v));
    switch (v.type.kind) {
      case 'string':
        this.#meter.charge(textOf(v).length);
        return quoted(textOf(v));
      case 'float64':
        return floatText(v.data as number);
      case 'slice':
        return `[${itemsIn(v)
          .map((item) => this.#inline(item, depth + 1))
          .join(', ')}]`;
      case 'map':
      case 'struct':
        return `{${this.#members(v)
          .filter(([, item]) => item !== null)
          .map(([name, item]) => `${keyPart(name)} = ${this.#inline(item, depth + 1)}`)
          .join(', ')}}`;
      default:
        return String(v.data);
    }
  }
}

/** TOML text (byte string); throws GoError for what TOML cannot hold. */
export const encodeToml = (meter: Meter, given: Value | null): string => {
  const v = unwrap(given);
  if (given === null) throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  const encoder = new Encoder(meter);
  encoder.encode([], v);
  return encoder.out;
};
