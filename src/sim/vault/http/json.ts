/**
 * JSON as Go reads it, token by token: what is wrong with a text depends on the release. Vault 1.19 says little; 1.21
 * checks the text first with the decoder's tokens and says what that found.
 */

export type Decoded = { readonly value: unknown; readonly rest: string } | { readonly problem: string };

class Problem extends Error {}

const WHITE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// No control character may stand inside: they are the ones before the blank.
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

const NAMED: Readonly<Record<string, string>> = {
  "'": "\\'",
  '"': '"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A character as Go quotes it: `'\x00'`. */
const shown = (character: string): string => {
  const code = character.charCodeAt(0);
  return NAMED[character] ?? (code < 32 ? `\\x${code.toString(16).padStart(2, '0')}` : character);
};

/** `invalid character 'b' looking for beginning of value` */
const invalid = (character: string, where: string): Problem =>
  new Problem(`invalid character '${shown(character)}' ${where}`);

class Reader {
  readonly #text: string;
  readonly #strict: boolean;
  #at = 0;

  constructor(text: string, strict: boolean) {
    this.#text = text;
    this.#strict = strict;
  }

  get rest(): string {
    this.#skip();
    return this.#text.slice(this.#at);
  }

  value(): unknown {
    const next = this.#peek();
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"') return JSON.parse(this.#match(STRING) ?? this.#fail('in string literal'));
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    const number = this.#match(NUMBER);
    if (number !== undefined) return Number(number);
    return this.#fail('looking for beginning of value');
  }

  #object(): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    this.#at++;
    if (this.#take('}')) return out;
    do {
      const next = this.#peek();
      // The token reader looks for any value where a key stands, and says so.
      if (next !== '"')
        this.#fail(this.#strict ? 'looking for beginning of value' : 'looking for beginning of object key string');
      const key = this.value() as string;
      if (!this.#take(':')) this.#fail('after object key');
      if (this.#strict && Object.hasOwn(out, key)) throw new Problem(`duplicate key '${key}' in object`);
      Object.defineProperty(out, key, { value: this.value(), enumerable: true, configurable: true, writable: true });
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('after object key:value pair');
    return out;
  }

  #array(): unknown[] {
    const out: unknown[] = [];
    this.#at++;
    if (this.#take(']')) return out;
    do out.push(this.value());
    while (this.#take(','));
    if (!this.#take(']')) this.#fail('after array element');
    return out;
  }

  #skip(): void {
    WHITE.lastIndex = this.#at;
    WHITE.test(this.#text);
    this.#at = WHITE.lastIndex;
  }

  #peek(): string | undefined {
    this.#skip();
    if (this.#at >= this.#text.length)
      throw new Problem(this.#strict ? 'malformed JSON, unclosed containers' : 'unexpected EOF');
    return this.#text[this.#at];
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fail(where: string): never {
    throw invalid(this.#text[this.#at] ?? '', where);
  }
}

/** The first value of a text and what follows it. @param strict as Vault 1.21 reads: repeated keys are refused */
export const decodeJson = (text: string, strict: boolean): Decoded => {
  const reader = new Reader(text, strict);
  try {
    const value = reader.value();
    return { value, rest: reader.rest };
  } catch (problem) {
    if (problem instanceof Problem) return { problem: problem.message };
    throw problem;
  }
};

/** `invalid character 't' after top-level value` */
export const afterValue = (rest: string): string => invalid(rest[0] ?? '', 'after top-level value').message;
