import { isDecimal, isDigit, isLetter, isWhitespace } from '../characters.ts';
import { Cursor, END, type ScanError } from '../cursor.ts';
import { scanDecimal, scanDigits, scanExponent } from '../scan-number.ts';
import { scanString } from '../scan-string.ts';
import type { Token, TokenType } from '../token.ts';

const SINGLE: Readonly<Record<string, TokenType>> = {
  '[': 'LBRACK',
  ']': 'RBRACK',
  '{': 'LBRACE',
  '}': 'RBRACE',
  ',': 'COMMA',
  ':': 'COLON',
};

/** Cuts the JSON that HCL accepts into tokens (hcl v1: json/scanner). */
export class JsonScanner {
  readonly #cursor: Cursor;

  constructor(text: string) {
    this.#cursor = new Cursor(text, true);
  }

  get errors(): readonly ScanError[] {
    return this.#cursor.errors;
  }

  /** The next token; EOF at the end, again and again. */
  scan(): Token {
    const cursor = this.#cursor;
    let character = cursor.next();
    while (isWhitespace(character)) character = cursor.next();
    const start = cursor.last();
    const type = this.#token(character, start.offset);
    const text = cursor.text.slice(start.offset, cursor.offset);
    return { type, text, position: start, range: { start, end: cursor.here() }, json: true };
  }

  #token(character: number, start: number): TokenType {
    const cursor = this.#cursor;
    if (isLetter(character)) return this.#word(start);
    if (isDecimal(character)) return this.#number(character);
    if (character === END) return 'EOF';
    const letter = String.fromCodePoint(character);
    const single = SINGLE[letter];
    if (single !== undefined) return single;
    if (letter === '"') {
      scanString(cursor, true);
      return 'STRING';
    }
    if (letter === '.') {
      if (!isDecimal(cursor.peek())) return 'PERIOD';
      scanExponent(cursor, scanDigits(cursor, cursor.peek()));
      return 'FLOAT';
    }
    if (letter === '-') {
      if (isDecimal(cursor.peek())) return this.#number(cursor.next());
      cursor.error('illegal char');
      return 'ILLEGAL';
    }
    cursor.error(`illegal char: ${letter}`);
    return 'ILLEGAL';
  }

  #word(start: number): TokenType {
    const cursor = this.#cursor;
    let character = cursor.next();
    while (isLetter(character) || isDigit(character) || character === 0x2d) character = cursor.next();
    if (character !== END) cursor.unread();
    const word = cursor.text.slice(start, cursor.offset);
    if (word === 'true' || word === 'false') return 'BOOL';
    if (word === 'null') return 'NULL';
    cursor.error('illegal char');
    return 'ILLEGAL';
  }

  #number(first: number): TokenType {
    const cursor = this.#cursor;
    const before = cursor.offset;
    const type = scanDecimal(cursor, first);
    if (type === 'NUMBER' && first === 0x30 && cursor.offset !== before) cursor.error('numbers cannot start with 0');
    return type;
  }
}
