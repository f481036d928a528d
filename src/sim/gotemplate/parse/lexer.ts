/** Splits a template into tokens, as Go's text/template/parse does (lex.go), white-space trimming included. */
import { plainFlags } from '../fmt/flags.ts';
import { formatInteger } from '../fmt/scalars.ts';
import { quote } from '../strconv/quote.ts';
import { isDigit, isLetter, isPrint } from '../text/unicode.ts';
import { decodeRune } from '../text/utf8.ts';
import { isKeyword, type Token, type TokenKind } from './token.ts';

const SPACE = ' \t\r\n';
const isSpace = (char: string | undefined): boolean => char !== undefined && char !== '' && SPACE.includes(char);
const isAlphaNumeric = (rune: number): boolean =>
  rune < 0x80
    ? (rune >= 48 && rune <= 57) || (rune >= 65 && rune <= 90) || (rune >= 97 && rune <= 122) || rune === 95
    : isLetter(rune) || isDigit(rune);
const newlines = (text: string): number => text.split('\n').length - 1;
const named = (rune: number): string => formatInteger(BigInt(rune), 'U', { ...plainFlags(), sharp: true }, false)!;
const EOF = -1;

export class Lexer {
  readonly #input: string;
  readonly #left: string;
  readonly #right: string;
  #pos = 0;
  #start = 0;
  #line = 1;
  #startLine = 1;
  #parens = 0;
  #inside = false;

  /** @param input byte string. Empty delimiters mean `{{` and `}}`. */
  constructor(input: string, left: string, right: string) {
    this.#input = input;
    this.#left = left === '' ? '{{' : left;
    this.#right = right === '' ? '}}' : right;
  }

  next(): Token {
    return this.#inside ? this.#action() : this.#text();
  }

  #token(kind: TokenKind): Token {
    const token = { kind, pos: this.#start, text: this.#input.slice(this.#start, this.#pos), line: this.#startLine };
    this.#line += newlines(token.text);
    this.#start = this.#pos;
    this.#startLine = this.#line;
    return token;
  }

  #ignore(): void {
    this.#token('space');
  }

  #error(text: string): Token {
    return { kind: 'error', pos: this.#start, text, line: this.#startLine };
  }

  #peek(): { rune: number; width: number } {
    if (this.#pos >= this.#input.length) return { rune: EOF, width: 0 };
    return decodeRune(this.#input, this.#pos);
  }

  #trimsLeft(at: number): boolean {
    return this.#input[at] === '-' && isSpace(this.#input[at + 1]);
  }

  #skipSpace(): void {
    while (isSpace(this.#input[this.#pos])) this.#pos++;
  }

  #text(): Token {
    while (true) {
      const at = this.#input.indexOf(this.#left, this.#pos);
      if (at < 0) {
        this.#pos = this.#input.length;
        return this.#token(this.#pos > this.#start ? 'text' : 'eof');
      }
      let end = at;
      if (this.#trimsLeft(at + this.#left.length)) while (end > this.#start && isSpace(this.#input[end - 1])) end--;
      this.#pos = end;
      const text = this.#token('text');
      this.#pos = at;
      this.#ignore();
      if (text.text !== '') return text;
      const token = this.#leftDelim();
      if (token) return token;
    }
  }

  /** The opening delimiter, or undefined after a comment. */
  #leftDelim(): Token | undefined {
    this.#pos += this.#left.length;
    const trim = this.#trimsLeft(this.#pos) ? 2 : 0;
    if (this.#input.startsWith('/*', this.#pos + trim)) {
      this.#pos += trim;
      this.#ignore();
      return this.#comment();
    }
    const token = this.#token('left delim');
    this.#inside = true;
    this.#pos += trim;
    this.#ignore();
    this.#parens = 0;
    return token;
  }

  #comment(): Token | undefined {
    const close = this.#input.indexOf('*/', this.#pos + 2);
    if (close < 0) return this.#error('unclosed comment');
    this.#pos = close + 2;
    const delim = this.#rightDelimAt(this.#pos);
    if (!delim) return this.#error('comment ends before closing delimiter');
    this.#pos += delim.width;
    if (delim.trim) this.#skipSpace();
    this.#ignore();
    return undefined;
  }

  #rightDelimAt(at: number): { width: number; trim: boolean } | undefined {
    const trim = isSpace(this.#input[at]) && this.#input[at + 1] === '-';
    if (trim && this.#input.startsWith(this.#right, at + 2)) return { width: this.#right.length + 2, trim: true };
    return this.#input.startsWith(this.#right, at) ? { width: this.#right.length, trim: false } : undefined;
  }

  #rightDelim(trim: boolean): Token {
    if (trim) {
      this.#pos += 2;
      this.#ignore();
    }
    this.#pos += this.#right.length;
    const token = this.#token('right delim');
    if (trim) {
      this.#skipSpace();
      this.#ignore();
    }
    this.#inside = false;
    return token;
  }

  #action(): Token {
    const delim = this.#rightDelimAt(this.#pos);
    if (delim) return this.#parens === 0 ? this.#rightDelim(delim.trim) : this.#error('unclosed left paren');
    const { rune, width } = this.#peek();
    if (rune === EOF) return this.#error('unclosed action');
    const char = this.#input[this.#pos]!;
    if (isSpace(char)) return this.#space();
    const following = this.#input[this.#pos + 1];
    if (
      '+-0123456789'.includes(char) ||
      (char === '.' && following !== undefined && following >= '0' && following <= '9')
    ) {
      return this.#number();
    }
    if (isAlphaNumeric(rune)) return this.#identifier();
    this.#pos += width;
    switch (char) {
      case '=':
        return this.#token('assign');
      case ':':
        if (following !== '=') return this.#error('expected :=');
        this.#pos++;
        return this.#token('declare');
      case '|':
        return this.#token('pipe');
      case '"':
        return this.#quoted('"', 'string', 'unterminated quoted string');
      case "'":
        return this.#quoted("'", 'char constant', 'unterminated character constant');
      case '`':
        return this.#raw();
      case '$':
        return this.#atTerminator() ? this.#token('variable') : this.#word('variable');
      // A lone dot as the very last byte falls through to the number scanner in Go.
      case '.':
        return following === undefined
          ? this.#lastDot()
          : this.#atTerminator()
            ? this.#token('dot')
            : this.#word('field');
      case '(':
        this.#parens++;
        return this.#token('left paren');
      case ')':
        this.#parens--;
        return this.#parens < 0 ? this.#error('unexpected right paren') : this.#token('right paren');
    }
    if (rune < 0x80 && isPrint(rune)) return this.#token('char');
    return this.#error(`unrecognized character in action: ${named(rune)}`);
  }

  #lastDot(): Token {
    this.#pos--;
    return this.#number();
  }

  #space(): Token {
    let count = 0;
    for (; isSpace(this.#input[this.#pos]); this.#pos++) count++;
    // The last space may belong to a trimming delimiter ` -}}`.
    if (this.#rightDelimAt(this.#pos - 1)?.trim) {
      this.#pos--;
      if (count === 1) return this.#rightDelim(true);
    }
    return this.#token('space');
  }

  #atTerminator(): boolean {
    const char = this.#input[this.#pos];
    return (
      char === undefined || isSpace(char) || '.,|:)('.includes(char) || this.#input.startsWith(this.#right, this.#pos)
    );
  }

  #run(): void {
    for (let next = this.#peek(); next.rune !== EOF && isAlphaNumeric(next.rune); next = this.#peek())
      this.#pos += next.width;
  }

  #word(kind: TokenKind): Token {
    this.#run();
    return this.#atTerminator() ? this.#token(kind) : this.#error(`bad character ${named(this.#peek().rune)}`);
  }

  #identifier(): Token {
    const token = this.#word('identifier');
    if (token.kind === 'error') return token;
    if (isKeyword(token.text)) return { ...token, kind: token.text };
    return token.text === 'true' || token.text === 'false' ? { ...token, kind: 'bool' } : token;
  }

  #quoted(quoteMark: string, kind: TokenKind, unterminated: string): Token {
    while (true) {
      const char = this.#input[this.#pos];
      if (char === undefined || char === '\n') return this.#error(unterminated);
      this.#pos++;
      if (char === quoteMark) return this.#token(kind);
      if (char !== '\\') continue;
      const escaped = this.#input[this.#pos];
      if (escaped === undefined || escaped === '\n') return this.#error(unterminated);
      this.#pos++;
    }
  }

  #raw(): Token {
    const close = this.#input.indexOf('`', this.#pos);
    if (close < 0) return this.#error('unterminated raw quoted string');
    this.#pos = close + 1;
    return this.#token('raw string');
  }

  #accept(chars: string): boolean {
    const char = this.#input[this.#pos];
    if (char === undefined || !chars.includes(char)) return false;
    this.#pos++;
    return true;
  }

  #number(): Token {
    if (!this.#scanNumber()) return this.#badNumber();
    const sign = this.#input[this.#pos];
    if (sign !== '+' && sign !== '-') return this.#token('number');
    return this.#scanNumber() && this.#input[this.#pos - 1] === 'i' ? this.#token('complex') : this.#badNumber();
  }

  #badNumber(): Token {
    return this.#error(`bad number syntax: ${quote(this.#input.slice(this.#start, this.#pos))}`);
  }

  #scanNumber(): boolean {
    this.#accept('+-');
    let digits = '0123456789_';
    if (this.#accept('0')) {
      if (this.#accept('xX')) digits = '0123456789abcdefABCDEF_';
      else if (this.#accept('oO')) digits = '01234567_';
      else if (this.#accept('bB')) digits = '01_';
    }
    const runDigits = (allowed: string) => {
      while (this.#accept(allowed)) {}
    };
    runDigits(digits);
    if (this.#accept('.')) runDigits(digits);
    const exponent = digits.length === 11 ? 'eE' : digits.length === 23 ? 'pP' : '';
    if (exponent !== '' && this.#accept(exponent)) {
      this.#accept('+-');
      runDigits('0123456789_');
    }
    this.#accept('i');
    const { rune, width } = this.#peek();
    if (rune === EOF || !isAlphaNumeric(rune)) return true;
    this.#pos += width;
    return false;
  }
}
