/** Go's package `strconv`: quoting and unquoting of byte strings. */
import { isPrint } from '../text/unicode.ts';
import { decodeRune, encodeRune, isUtf8, RUNE_ERROR } from '../text/utf8.ts';

const ESCAPES: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  92: '\\\\',
};
const NAMED: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '\\': 92 };

export const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

const escapeRune = (rune: number, quote: string, asciiOnly: boolean): string => {
  if (rune === quote.charCodeAt(0)) return `\\${quote}`;
  const named = ESCAPES[rune];
  if (named !== undefined) return named;
  if (rune < 0x80 ? isPrint(rune) : !asciiOnly && isPrint(rune)) return encodeRune(rune);
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(rune, 2)}`;
  return rune < 0x10000 ? `\\u${hex(rune, 4)}` : `\\U${hex(rune, 8)}`;
};

/** `strconv.Quote` (or QuoteToASCII). */
export const quote = (bytes: string, asciiOnly = false): string => {
  let out = '"';
  for (let at = 0; at < bytes.length; ) {
    const { rune, width } = decodeRune(bytes, at);
    out += rune === RUNE_ERROR && width === 1 ? `\\x${hex(bytes.charCodeAt(at), 2)}` : escapeRune(rune, '"', asciiOnly);
    at += width;
  }
  return `${out}"`;
};

/** `strconv.QuoteRune`: a Go character literal. */
export const quoteRune = (rune: number, asciiOnly = false): string => {
  const valid = rune >= 0 && rune <= 0x10ffff && !(rune >= 0xd800 && rune <= 0xdfff);
  return `'${escapeRune(valid ? rune : RUNE_ERROR, "'", asciiOnly)}'`;
};

export interface UnquotedChar {
  rune: number;
  /** To be written as UTF-8, not as one byte. */
  multibyte: boolean;
  /** Where the rest begins. */
  next: number;
}

const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** One character or escape of a literal at `at`; undefined where the syntax is wrong. */
export const unquoteChar = (text: string, at: number, delimiter: string): UnquotedChar | undefined => {
  const first = text[at];
  if (first === undefined || first === delimiter) return undefined;
  if (first !== '\\') {
    const { rune, width } = decodeRune(text, at);
    return { rune, multibyte: rune >= 0x80, next: at + width };
  }
  const kind = text[at + 1];
  if (kind === undefined) return undefined;
  if (kind in NAMED) return { rune: NAMED[kind]!, multibyte: false, next: at + 2 };
  if (kind === "'" || kind === '"') {
    return kind === delimiter ? { rune: kind.charCodeAt(0), multibyte: false, next: at + 2 } : undefined;
  }
  const count = DIGITS[kind];
  if (count !== undefined) {
    const digits = text.slice(at + 2, at + 2 + count);
    if (digits.length < count || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
    const rune = Number.parseInt(digits, 16);
    if (kind === 'x') return { rune, multibyte: false, next: at + 4 };
    if (rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff)) return undefined;
    return { rune, multibyte: true, next: at + 2 + count };
  }
  const octal = /^[0-7]{3}/.exec(text.slice(at + 1, at + 4))?.[0];
  const byte = octal === undefined ? 256 : Number.parseInt(octal, 8);
  return byte > 255 ? undefined : { rune: byte, multibyte: false, next: at + 4 };
};

/** `strconv.Unquote` of a "…" or `…` literal; undefined stands for Go's error `invalid syntax`. */
export const unquote = (literal: string): string | undefined => {
  const delimiter = literal[0];
  if (literal.length < 2 || delimiter !== literal.at(-1)) return undefined;
  const body = literal.slice(1, -1);
  if (delimiter === '`') return body.includes('`') ? undefined : body.replaceAll('\r', '');
  if (delimiter !== '"' || body.includes('\n')) return undefined;
  if (!body.includes('\\') && !body.includes('"') && isUtf8(body)) return body;
  let out = '';
  for (let at = 0; at < body.length; ) {
    const char = unquoteChar(body, at, delimiter);
    if (!char) return undefined;
    out += char.multibyte ? encodeRune(char.rune) : String.fromCharCode(char.rune);
    at = char.next;
  }
  return out;
};
