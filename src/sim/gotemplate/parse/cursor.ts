/** The parser's window of three tokens. Error texts name the line of the newest token in it, so it works as Go's does. */
import type { Lexer } from './lexer.ts';
import type { Token, TokenKind } from './token.ts';

/** Parsing stopped. `message` lacks the prefix `template: name:line: `. */
export class SyntaxProblem extends Error {
  readonly line: number;
  readonly pos: number;
  constructor(message: string, line: number, pos: number) {
    super(message);
    this.line = line;
    this.pos = pos;
  }
}

const NOTHING: Token = { kind: 'eof', pos: 0, text: '', line: 0 };

export class Cursor {
  readonly #lexer: Lexer;
  #tokens: [Token, Token, Token] = [NOTHING, NOTHING, NOTHING];
  #waiting = 0;
  /** End of the last token taken. */
  end = 0;

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
  }

  /** The token whose line an error text gives. */
  get newest(): Token {
    return this.#tokens[0];
  }

  next(): Token {
    if (this.#waiting > 0) this.#waiting--;
    else this.#tokens[0] = this.#lexer.next();
    const token = this.#tokens[this.#waiting]!;
    this.end = token.pos + token.text.length;
    return token;
  }

  backup(): void {
    this.#waiting++;
  }

  /** Give back a token taken before the one in hand. */
  backup2(older: Token): void {
    this.#tokens[1] = older;
    this.#waiting = 2;
  }

  backup3(oldest: Token, older: Token): void {
    this.#tokens[1] = older;
    this.#tokens[2] = oldest;
    this.#waiting = 3;
  }

  peek(): Token {
    if (this.#waiting > 0) return this.#tokens[this.#waiting - 1]!;
    this.#waiting = 1;
    this.#tokens[0] = this.#lexer.next();
    return this.#tokens[0];
  }

  nextNonSpace(): Token {
    let token = this.next();
    while (token.kind === 'space') token = this.next();
    return token;
  }

  peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.backup();
    return token;
  }

  fail(message: string): never {
    throw new SyntaxProblem(message, this.newest.line, this.newest.pos);
  }

  peeks(kind: TokenKind): boolean {
    return this.peekNonSpace().kind === kind;
  }
}
