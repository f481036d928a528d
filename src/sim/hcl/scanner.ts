import { isDecimal, isDigit, isLetter, isWhitespace } from './characters.ts';
import { Cursor, END, type ScanError } from './cursor.ts';
import type { Position } from './position.ts';
import { scanHeredoc } from './scan-heredoc.ts';
import { scanDigits, scanExponent, scanNumber } from './scan-number.ts';
import { scanString } from './scan-string.ts';
import type { Token, TokenType } from './token.ts';

const NEWLINE = 0x0a;
const SINGLE: Readonly<Record<string, TokenType>> = {
  '[': 'LBRACK',
  ']': 'RBRACK',
  '{': 'LBRACE',
  '}': 'RBRACE',
  ',': 'COMMA',
  '=': 'ASSIGN',
  '+': 'ADD',
};

/** Cuts HCL text into tokens (hcl v1: hcl/scanner). Errors do not stop it: they collect in `errors`. */
export class Scanner {
  readonly #cursor: Cursor;

  constructor(text: string) {
    this.#cursor = new Cursor(text, false);
  }

  get errors(): readonly ScanError[] {
    return this.#cursor.errors;
  }

  /** The next token; at the end of the text EOF, again and again, each one column further. */
  scan(): Token {
    const cursor = this.#cursor;
    let character = cursor.next();
    while (isWhitespace(character)) character = cursor.next();
    const start: Position = cursor.last();
    const type = this.#token(character, start.offset);
    const text = cursor.text.slice(start.offset, cursor.offset);
    return { type, text, position: start, range: { start, end: cursor.here() }, json: false };
  }

  #token(character: number, start: number): TokenType {
    const cursor = this.#cursor;
    if (isLetter(character)) {
      this.#identifier();
      const word = cursor.text.slice(start, cursor.offset);
      return word === 'true' || word === 'false' ? 'BOOL' : 'IDENT';
    }
    if (isDecimal(character)) return scanNumber(cursor, character);
    if (character === END) return 'EOF';
    const letter = String.fromCodePoint(character);
    const single = SINGLE[letter];
    if (single !== undefined) return single;
    switch (letter) {
      case '"':
        scanString(cursor, false);
        return 'STRING';
      case '#':
      case '/':
        this.#comment(letter);
        return 'COMMENT';
      case '<':
        scanHeredoc(cursor);
        return 'HEREDOC';
      case '.': {
        if (!isDecimal(cursor.peek())) return 'PERIOD';
        scanExponent(cursor, scanDigits(cursor, cursor.peek()));
        return 'FLOAT';
      }
      case '-':
        return isDecimal(cursor.peek()) ? scanNumber(cursor, cursor.next()) : 'SUB';
      default:
        cursor.error('illegal char');
        return 'ILLEGAL';
    }
  }

  #identifier(): void {
    const cursor = this.#cursor;
    let character = cursor.next();
    while (isLetter(character) || isDigit(character) || character === 0x2d || character === 0x2e) {
      character = cursor.next();
    }
    if (character !== END) cursor.unread();
  }

  #comment(first: '#' | '/'): void {
    const cursor = this.#cursor;
    if (first === '/' && cursor.peek() === 0x2a) {
      this.#blockComment();
      return;
    }
    if (first === '/' && cursor.peek() !== 0x2f) {
      cursor.error("expected '/' for comment");
      return;
    }
    let character = cursor.next();
    while (character !== NEWLINE && character !== END) character = cursor.next();
    if (character !== END) cursor.unread();
  }

  #blockComment(): void {
    const cursor = this.#cursor;
    cursor.next();
    let character = cursor.next();
    for (;;) {
      if (character === END) {
        cursor.error('comment not terminated');
        return;
      }
      const before = character;
      character = cursor.next();
      if (before === 0x2a && character === 0x2f) return;
    }
  }
}
