import type { Item, Value } from './ast.ts';
import { DEEPEST } from './dialect.ts';
import { mendedTokens } from './mended-tokens.ts';
import { type Range, spanning } from './position.ts';
import type { Token, TokenType } from './token.ts';
import { ordered, type Trouble } from './trouble.ts';

const LITERALS: readonly TokenType[] = ['NUMBER', 'FLOAT', 'BOOL', 'STRING', 'HEREDOC'];
const KEYS: readonly TokenType[] = ['IDENT', 'STRING'];

/**
 * Reads HCL that may be broken, as an editor needs it: everything that can be recognised, and what is wrong with the rest.
 * A broken part costs itself only; the next key on a line of its own starts afresh.
 */
export class TolerantParser {
  readonly #troubles: Trouble[] = [];
  readonly #scanTroubles: readonly Trouble[];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    const { tokens, troubles } = mendedTokens(text.replaceAll('\r\n', '\n'));
    this.#tokens = tokens;
    this.#scanTroubles = troubles;
  }

  parse(): readonly Item[] {
    const items: Item[] = [];
    while (this.#token.type !== 'EOF') {
      items.push(...this.#items());
      if (this.#token.type === 'RBRACE') {
        this.#trouble('this } closes nothing');
        this.#at++;
      }
    }
    return items;
  }

  /** After `parse`: what is wrong, in the order of the text. */
  troubles(): readonly Trouble[] {
    return ordered([...this.#troubles, ...this.#scanTroubles]);
  }

  get #token(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)]!;
  }

  get #previous(): Token {
    return this.#tokens[Math.max(this.#at - 1, 0)]!;
  }

  #trouble(message: string, range: Range = this.#token.range): void {
    this.#troubles.push({ message, range });
  }

  #items(): readonly Item[] {
    const items: Item[] = [];
    while (this.#token.type !== 'EOF' && this.#token.type !== 'RBRACE' && !this.#startsTopBlock()) {
      const before = this.#at;
      const item = this.#item();
      if (item !== undefined) items.push(item);
      if (this.#token.type === 'COMMA') this.#at++;
      if (this.#at === before) this.#at++;
    }
    return items;
  }

  /** Inside an object, `key "label" {` at the margin: most likely a `}` is missing before it. */
  #startsTopBlock(): boolean {
    if (this.#depth === 0 || this.#token.range.start.column !== 1 || this.#token.type !== 'IDENT') return false;
    const [label, brace] = [this.#tokens[this.#at + 1], this.#tokens[this.#at + 2]];
    return label?.type === 'STRING' && brace?.type === 'LBRACE';
  }

  #item(): Item | undefined {
    const keys: Token[] = [];
    while (KEYS.includes(this.#token.type) && !(keys.length > 0 && this.#startsLine())) {
      keys.push(this.#token);
      this.#at++;
    }
    const first = keys[0];
    if (first === undefined) {
      this.#trouble('a key is expected here');
      this.#skipLine();
      return undefined;
    }
    const isColon = this.#token.text === ':';
    if (isColon) this.#trouble('a key takes = here, not :');
    if (this.#token.type !== 'ASSIGN' && this.#token.type !== 'LBRACE' && !isColon) {
      this.#trouble('after the key, = or { is expected', spanning(first.range, this.#previous.range));
      if (!this.#startsLine()) this.#skipLine();
      return undefined;
    }
    const assign = this.#token.type === 'LBRACE' ? undefined : this.#token.position;
    if (assign !== undefined) this.#at++;
    const value = this.#value();
    return value && { keys, assign, value, range: spanning(first.range, value.range) };
  }

  #value(): Value | undefined {
    const token = this.#token;
    if (LITERALS.includes(token.type)) {
      this.#at++;
      return { kind: 'literal', token, range: token.range };
    }
    if (token.type === 'LBRACE' || token.type === 'LBRACK') return this.#nested(token);
    this.#trouble('a value is expected here: a text in quotes, a number, true or false, a list or an object');
    if (!this.#startsLine()) this.#skipLine();
    return undefined;
  }

  #nested(opening: Token): Value | undefined {
    this.#at++;
    if (++this.#depth > DEEPEST) {
      this.#trouble('nested too deeply', opening.range);
      this.#at = this.#tokens.length - 1;
      return undefined;
    }
    const value = opening.type === 'LBRACE' ? this.#object(opening) : this.#list(opening);
    this.#depth--;
    return value;
  }

  #object(opening: Token): Value {
    const items = this.#items();
    const closed = this.#token.type === 'RBRACE';
    if (closed) this.#at++;
    else this.#trouble('this { is never closed', opening.range);
    const range = spanning(opening.range, this.#previous.range);
    return { kind: 'object', items, position: opening.position, range };
  }

  #list(opening: Token): Value {
    const items: Value[] = [];
    let separated = true;
    while (!['RBRACK', 'RBRACE', 'EOF', 'ASSIGN'].includes(this.#token.type)) {
      if (this.#token.type === 'COMMA') {
        separated = true;
        this.#at++;
        continue;
      }
      if (!separated) this.#trouble('a comma is missing before this');
      separated = false;
      const value = this.#element();
      if (value !== undefined) items.push(value);
    }
    if (this.#token.type === 'RBRACK') this.#at++;
    else this.#trouble('this [ is never closed', opening.range);
    return { kind: 'list', items, position: opening.position, range: spanning(opening.range, this.#previous.range) };
  }

  /** A list's element; a bare word counts as the text it was meant to be. */
  #element(): Value | undefined {
    const token = this.#token;
    if (LITERALS.includes(token.type) || token.type === 'LBRACE' || token.type === 'LBRACK') return this.#value();
    this.#at++;
    if (token.type !== 'IDENT') {
      this.#trouble('this does not belong in a list', token.range);
      return undefined;
    }
    this.#trouble('texts in a list need double quotes', token.range);
    return { kind: 'literal', token: { ...token, type: 'STRING', text: `"${token.text}"` }, range: token.range };
  }

  #startsLine(): boolean {
    return this.#token.range.start.line > this.#previous.range.end.line;
  }

  #skipLine(): void {
    const { line } = this.#token.range.start;
    while (this.#token.range.start.line === line && this.#token.type !== 'EOF') {
      if (this.#token.type === 'RBRACE' || this.#token.type === 'LBRACE') return;
      this.#at++;
    }
  }
}
