/** What Go's `encoding/json` says of a text that is not JSON. go: encoding/json/scanner.go */
import { quote } from './quote.ts';

/** Go sees bytes: of a character beyond ASCII it names the first byte, as if that were Latin-1. */
const firstByte = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code < 0x80) return char;
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6));
  return String.fromCharCode(code < 0xd800 || code > 0xdfff ? 0xe0 | (code >> 12) : 0xf0);
};

const quoteChar = (char: string): string =>
  char === "'" ? "'\\''" : char === '"' ? `'"'` : `'${quote(firstByte(char)).slice(1, -1)}'`;

const invalid = (char: string, context: string): string => `invalid character ${quoteChar(char)} ${context}`;
const END = 'unexpected end of JSON input';
/** What Go's scanner reads at the end of the text, to see whether a value is complete there. */
const AFTER_END = ' ';
const DIGIT = /[0-9]/;
const SPACE = /[ \t\r\n]/;

type Step = { readonly next: number } | { readonly error: string };

const scanString = (text: string, start: number): Step => {
  let at = start + 1;
  for (;;) {
    const char = text[at];
    if (char === undefined) return { error: END };
    if (char === '"') return { next: at + 1 };
    if (char < ' ') return { error: invalid(char, 'in string literal') };
    at++;
    if (char !== '\\') continue;
    const escaped = text[at] ?? AFTER_END;
    if (!'bfnrt\\/"u'.includes(escaped)) return { error: invalid(escaped, 'in string escape code') };
    at++;
    if (escaped !== 'u') continue;
    for (let i = 0; i < 4; i++, at++) {
      const digit = text[at] ?? AFTER_END;
      if (!/[0-9a-fA-F]/.test(digit)) return { error: invalid(digit, 'in \\u hexadecimal character escape') };
    }
  }
};

const scanNumber = (text: string, start: number): Step => {
  let at = start;
  const digits = (context: string): string | undefined => {
    const char = text[at] ?? AFTER_END;
    if (!DIGIT.test(char)) return invalid(char, context);
    while (DIGIT.test(text[at] ?? '')) at++;
    return undefined;
  };
  if (text[at] === '-') at++;
  if (text[at] === '0') at++;
  else {
    const error = digits('in numeric literal');
    if (error) return { error };
  }
  if (text[at] === '.') {
    at++;
    const error = digits('after decimal point in numeric literal');
    if (error) return { error };
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at++;
    if (text[at] === '+' || text[at] === '-') at++;
    const error = digits('in exponent of numeric literal');
    if (error) return { error };
  }
  return { next: at };
};

const scanLiteral = (text: string, start: number, word: string): Step => {
  for (let i = 1; i < word.length; i++) {
    const char = text[start + i] ?? AFTER_END;
    if (char !== word[i]) return { error: invalid(char, `in literal ${word} (expecting ${quoteChar(word[i] ?? '')})`) };
  }
  return { next: start + word.length };
};

const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

const scanScalar = (text: string, at: number): Step => {
  const char = text[at] ?? '';
  if (char === '"') return scanString(text, at);
  if (char === '-' || DIGIT.test(char)) return scanNumber(text, at);
  const literal = LITERALS[char];
  return literal ? scanLiteral(text, at, literal) : { error: invalid(char, 'looking for beginning of value') };
};

/** Where the scanner stands: before a value, a key or what follows one. */
type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'rest';

/** @returns Go's error text, or undefined where the text is JSON */
export const jsonSyntaxError = (text: string): string | undefined => {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'value';
  let at = 0;
  for (;;) {
    while (SPACE.test(text[at] ?? '')) at++;
    const char = text[at];
    if (char === undefined) return expect === 'rest' && open.length === 0 ? undefined : END;
    if (expect === 'rest') {
      const inside = open.at(-1);
      if (!inside) return invalid(char, 'after top-level value');
      if (char === ',') expect = inside === '{' ? 'key' : 'value';
      else if (char === (inside === '{' ? '}' : ']')) open.pop();
      else return invalid(char, inside === '{' ? 'after object key:value pair' : 'after array element');
      at++;
    } else if (expect === ':') {
      if (char !== ':') return invalid(char, 'after object key');
      expect = 'value';
      at++;
    } else if ((expect === 'key or }' && char === '}') || (expect === 'value or ]' && char === ']')) {
      open.pop();
      expect = 'rest';
      at++;
    } else if (expect === 'key' || expect === 'key or }') {
      if (char !== '"') return invalid(char, 'looking for beginning of object key string');
      const step = scanString(text, at);
      if ('error' in step) return step.error;
      at = step.next;
      expect = ':';
    } else if (char === '{' || char === '[') {
      open.push(char);
      expect = char === '{' ? 'key or }' : 'value or ]';
      at++;
    } else {
      const step = scanScalar(text, at);
      if ('error' in step) return step.error;
      at = step.next;
      expect = 'rest';
    }
  }
};

/** Reads JSON as `json.Unmarshal` into `interface{}` would. */
export const parseJson = (text: string): { readonly value: unknown } | { readonly error: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { error: jsonSyntaxError(text) ?? END };
  }
};
