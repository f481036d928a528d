/** `encoding/json`: Marshal, MarshalIndent and an Encoder without HTML escaping. */
import { GoError } from '../exec/errors.ts';
import type { Meter } from '../exec/meter.ts';
import { formatFloat } from '../strconv/float.ts';
import { hex, quote } from '../strconv/quote.ts';
import { decodeRune, RUNE_ERROR } from '../text/utf8.ts';
import { JSON_NUMBER, TIME } from '../values/type.ts';
import { element, entriesOf, itemsOf, type Pointer, textOf, type Value } from '../values/value.ts';

export interface JsonStyle {
  escapeHtml: boolean;
  /** Indentation of one level; '' for compact. */
  indent: string;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A JSON string literal of a byte string. */
export const jsonString = (text: string, escapeHtml: boolean): string => {
  let out = '"';
  for (let at = 0; at < text.length; ) {
    const { rune, width } = decodeRune(text, at);
    const char = text.slice(at, at + width);
    const special =
      rune < 0x20 ||
      rune === 0x2028 ||
      rune === 0x2029 ||
      (escapeHtml && '<>&'.includes(char)) ||
      (rune === RUNE_ERROR && width === 1);
    out += SHORT[char] ?? (special ? `\\u${hex(rune, 4)}` : char);
    at += width;
  }
  return `${out}"`;
};

const number = (float: number): string => {
  if (!Number.isFinite(float)) throw new GoError(`json: unsupported value: ${formatFloat(float, 'g', -1)}`);
  const size = Math.abs(float);
  const scientific = size !== 0 && (size < 1e-6 || size >= 1e21);
  return scientific ? formatFloat(float, 'e', -1).replace(/e-0(\d)$/, 'e-$1') : formatFloat(float, 'f', -1);
};

const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

const jsonNumber = (text: string): string => {
  if (text === '') return '0';
  if (!NUMBER.test(text)) throw new GoError(`json: invalid number literal ${quote(text)}`);
  return text;
};

const unsupported = (v: Value): never => {
  throw new GoError(`json: unsupported type: ${v.type.name}`);
};

class Encoder {
  readonly #meter: Meter;
  readonly #style: JsonStyle;

  constructor(meter: Meter, style: JsonStyle) {
    this.#meter = meter;
    this.#style = style;
  }

  encode(v: Value | null, depth: number): string {
    this.#meter.charge(depth > 400 ? Number.POSITIVE_INFINITY : 1);
    if (v === null) return 'null';
    if (v.type === JSON_NUMBER) return jsonNumber(textOf(v));
    if (v.type === TIME) return jsonString(v.type.text!(v), this.#style.escapeHtml);
    switch (v.type.kind) {
      case 'interface':
        return this.encode(v.data as Value | null, depth);
      case 'bool':
        return String(v.data);
      case 'string':
        this.#meter.charge(textOf(v).length);
        return jsonString(textOf(v), this.#style.escapeHtml);
      case 'float64':
        return number(v.data as number);
      case 'slice': {
        if (v.data === null) return 'null';
        return this.#wrap(
          '[',
          ']',
          itemsOf(v).map((item) => this.encode(element(v.type, item), depth + 1)),
          depth,
        );
      }
      case 'map':
        return this.#map(v, depth);
      case 'struct':
        return this.#wrap(
          '{',
          '}',
          (v.data as readonly Value[]).map((field, i) => this.#member(v.type.fields[i]!.name, field, depth)),
          depth,
        );
      case 'pointer':
        return v.data === null ? 'null' : this.encode((v.data as Pointer).target, depth + 1);
      case 'chan':
      case 'func':
      case 'complex128':
        return unsupported(v);
      default:
        return String(v.data);
    }
  }

  #map(v: Value, depth: number): string {
    const { key } = v.type;
    if (key!.kind === 'interface' || key!.kind === 'bool') return unsupported(v);
    if (v.data === null) return 'null';
    const members = [...entriesOf(v).values()]
      .map((entry) => ({ name: String(entry.key.data), value: entry.value }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#wrap(
      '{',
      '}',
      members.map(({ name, value }) => this.#member(name, value, depth)),
      depth,
    );
  }

  #member(name: string, v: Value | null, depth: number): string {
    const space = this.#style.indent === '' ? '' : ' ';
    return `${jsonString(name, this.#style.escapeHtml)}:${space}${this.encode(v, depth + 1)}`;
  }

  #wrap(open: string, close: string, parts: readonly string[], depth: number): string {
    const { indent } = this.#style;
    this.#meter.charge(parts.length * (1 + indent.length * depth));
    if (parts.length === 0 || indent === '') return open + parts.join(',') + close;
    const inner = `\n${indent.repeat(depth + 1)}`;
    return `${open}${inner}${parts.join(`,${inner}`)}\n${indent.repeat(depth)}${close}`;
  }
}

/** JSON text (byte string) of a value; throws GoError for what JSON cannot hold. */
export const encodeJson = (meter: Meter, v: Value | null, style: JsonStyle): string =>
  new Encoder(meter, style).encode(v, 0);

export const COMPACT: JsonStyle = { escapeHtml: true, indent: '' };
export const PRETTY: JsonStyle = { escapeHtml: true, indent: '  ' };
