/** `encoding/json`: Unmarshal into an `interface{}`, with the error texts of Go's scanner. */
import { GoError } from '../exec/errors.ts';
import { quote } from '../strconv/quote.ts';
import { isDigit } from '../text/unicode.ts';
import { decodeRune, encodeRune, RUNE_ERROR } from '../text/utf8.ts';
import { bool, float, list, object, str, type Value } from '../values/value.ts';

const named = (char: string): string =>
  char === "'" ? `'\\''` : char === '"' ? `'"'` : `'${quote(encodeRune(char.charCodeAt(0))).slice(1, -1)}'`;

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const DEPTH = 400;

class Decoder {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Value | null {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('after top-level value');
    return value;
  }

  #fail(context: string): never {
    const char = this.#text[this.#at];
    throw new GoError(
      char === undefined ? 'unexpected end of JSON input' : `invalid character ${named(char)} ${context}`,
    );
  }

  #space(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }

  #value(depth: number): Value | null {
    if (depth > DEPTH) throw new GoError('exceeded max depth');
    this.#space();
    const char = this.#text[this.#at];
    switch (char) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return str(this.#string());
      case 't':
        this.#literal('true');
        return bool(true);
      case 'f':
        this.#literal('false');
        return bool(false);
      case 'n':
        this.#literal('null');
        return null;
    }
    return char !== undefined && (char === '-' || isDigit(char.charCodeAt(0)))
      ? this.#number()
      : this.#fail('looking for beginning of value');
  }

  #literal(word: string): void {
    this.#at++;
    for (const char of word.slice(1)) {
      if (this.#text[this.#at] !== char) this.#fail(`in literal ${word} (expecting '${char}')`);
      this.#at++;
    }
  }

  #object(depth: number): Value {
    const members: [string, Value | null][] = [];
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === '}') {
      this.#at++;
      return object(members);
    }
    while (true) {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#fail('looking for beginning of object key string');
      const key = this.#string();
      this.#space();
      if (this.#text[this.#at] !== ':') this.#fail('after object key');
      this.#at++;
      members.push([key, this.#value(depth + 1)]);
      this.#space();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== '}') this.#fail('after object key:value pair');
      this.#at++;
      if (next === '}') return object(members);
    }
  }

  #array(depth: number): Value {
    const items: (Value | null)[] = [];
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return list(items);
    }
    while (true) {
      items.push(this.#value(depth + 1));
      this.#space();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== ']') this.#fail('after array element');
      this.#at++;
      if (next === ']') return list(items);
    }
  }

  #digits(context: string): void {
    if (!/[0-9]/.test(this.#text[this.#at] ?? '')) this.#fail(context);
    while (/[0-9]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #number(): Value {
    const start = this.#at;
    if (this.#text[this.#at] === '-') this.#at++;
    if (this.#text[this.#at] === '0') this.#at++;
    else this.#digits('in numeric literal');
    if (this.#text[this.#at] === '.') {
      this.#at++;
      this.#digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.#text[this.#at] ?? '')) {
      this.#at++;
      if (/[+-]/.test(this.#text[this.#at] ?? '')) this.#at++;
      this.#digits('in exponent of numeric literal');
    }
    const text = this.#text.slice(start, this.#at);
    const number = Number(text);
    if (!Number.isFinite(number))
      throw new GoError(`json: cannot unmarshal number ${text} into Go value of type float64`);
    return float(number);
  }

  #unicode(): number {
    this.#at += 2;
    const start = this.#at;
    for (; this.#at < start + 4; this.#at++) {
      if (!/[0-9a-fA-F]/.test(this.#text[this.#at] ?? '')) this.#fail('in \\u hexadecimal character escape');
    }
    return Number.parseInt(this.#text.slice(start, this.#at), 16);
  }

  #string(): string {
    let out = '';
    this.#at++;
    while (true) {
      const char = this.#text[this.#at];
      if (char === '"') {
        this.#at++;
        return out;
      }
      if (char === undefined || char < ' ') this.#fail('in string literal');
      if (char === '\\') out += this.#escape();
      else {
        const { rune, width } = decodeRune(this.#text, this.#at);
        out += encodeRune(rune);
        this.#at += width;
      }
    }
  }

  #escape(): string {
    const kind = this.#text[this.#at + 1];
    if (kind === 'u') {
      const first = this.#unicode();
      if (first < 0xd800 || first > 0xdfff) return encodeRune(first);
      const back = this.#at;
      if (first < 0xdc00 && this.#text.startsWith('\\u', this.#at)) {
        const second = this.#unicode();
        if (second >= 0xdc00 && second <= 0xdfff)
          return encodeRune(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        this.#at = back;
      }
      return encodeRune(RUNE_ERROR);
    }
    const plain = kind === undefined ? undefined : ESCAPED[kind];
    if (plain === undefined) {
      this.#at++;
      return this.#fail('in string escape code');
    }
    this.#at += 2;
    return plain;
  }
}

/** @param text byte string; throws GoError with Go's text */
export const decodeJson = (text: string): Value | null => new Decoder(text).document();
