import type { Position } from './position.ts';

/** What `next` and `peek` give at the end of the text. */
export const END = 0;

export interface ScanError {
  readonly position: Position;
  readonly message: string;
}

/**
 * Reads a text character by character and keeps the position as the real scanner keeps it (hcl v1: hcl/scanner/scanner.go):
 * the column counts every reading of the end too, which is why "closing RBRACE got: EOF" points past the last character.
 */
export class Cursor {
  readonly text: string;
  readonly errors: ScanError[] = [];
  #offset = 0;
  #line = 1;
  #column = 0;
  #previous: Position = { offset: 0, line: 1, column: 0 };
  #lastLength = 0;
  #lastLineLength = 0;
  readonly #json: boolean;

  constructor(text: string, json: boolean) {
    this.text = text;
    this.#json = json;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Length in UTF-16 units of the character read last. */
  get lastLength(): number {
    return this.#lastLength;
  }

  /** The next character, consumed. A NUL ends the text like its real end, and is an error in HCL. */
  next(): number {
    const character = this.text.codePointAt(this.#offset);
    if (character === undefined) {
      this.#column++;
      this.#lastLength = 0;
      return END;
    }
    this.#previous = { offset: this.#offset, line: this.#line, column: this.#column };
    this.#lastLength = character > 0xffff ? 2 : 1;
    this.#offset += this.#lastLength;
    this.#column++;
    if (character === 0x0a) {
      this.#line++;
      this.#lastLineLength = this.#column;
      this.#column = 0;
    }
    if (this.#json) return character;
    if (character === 0) this.error('unexpected null character (0x00)');
    if (character === 0xe123) {
      this.error('unicode code point U+E123 reserved for internal use');
      return 0xfffd;
    }
    return character;
  }

  /** Puts the character read last back. */
  unread(): void {
    this.#offset = this.#previous.offset;
    this.#line = this.#previous.line;
    this.#column = this.#previous.column;
  }

  peek(): number {
    return this.text.codePointAt(this.#offset) ?? END;
  }

  /** Where the character read last begins. */
  last(): Position {
    const offset = this.#offset - this.#lastLength;
    return this.#column > 0
      ? { offset, line: this.#line, column: this.#column }
      : { offset, line: this.#line - 1, column: this.#lastLineLength };
  }

  /** Where the next character begins. */
  here(): Position {
    return { offset: this.#offset, line: this.#line, column: this.#column + 1 };
  }

  /** Notes an error at the character read last. Scanning goes on; the last error noted is the one reported. */
  error(message: string): void {
    const position = this.last();
    this.errors.push({ message, position: position.column > 0 ? position : { ...position, line: 1, column: 1 } });
  }
}
