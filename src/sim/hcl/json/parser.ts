import type { Block, File, Item, List, Literal, Value } from '../ast.ts';
import { DEEPEST } from '../dialect.ts';
import { Failure, failure } from '../error.ts';
import { printPosition, spanning } from '../position.ts';
import type { Token } from '../token.ts';
import { flatten } from './flatten.ts';
import { JsonScanner } from './scanner.ts';

const EOF_FOUND = failure('EOF token found');

const expectedString = (token: Token): Failure => failure(`expected: STRING got: ${token.type}`, token.position);

/** The JSON that HCL accepts, lenient where the real parser is (hcl v1: json/parser/parser.go). */
export class JsonParser {
  readonly #scanner: JsonScanner;
  #token: Token;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new JsonScanner(text);
    this.#token = this.#scanner.scan();
  }

  /** The file as HCL sees it, or the error Vault would print. */
  parse(): File | Failure {
    const root = this.#token.type === 'LBRACE' ? this.#object() : this.#notObject();
    const scanError = this.#scanner.errors.at(-1);
    if (scanError !== undefined) {
      return failure(`${printPosition(scanError.position)}: ${scanError.message}`, scanError.position);
    }
    return root instanceof Failure ? root : { items: flatten(root.items), format: 'json' };
  }

  #notObject(): Failure {
    const token = this.#token;
    if (token.type === 'EOF') return EOF_FOUND;
    return failure(
      `Expected object, got unknown token: ${printPosition(token.position)} ${token.type} ${token.text}`,
      token.position,
    );
  }

  #object(): Block | Failure {
    const opening = this.#token;
    if (++this.#depth > DEEPEST) return failure('nested too deeply', opening.position);
    const items: Item[] = [];
    for (;;) {
      const item = this.#item();
      if (item === EOF_FOUND) break;
      if (item instanceof Failure) {
        if (this.#token.type !== 'RBRACE') return item;
        break;
      }
      if (item !== undefined) items.push(item);
      if (this.#scan().type !== 'COMMA') break;
    }
    this.#depth--;
    return { kind: 'object', items, position: undefined, range: spanning(opening.range, this.#token.range) };
  }

  #item(): Item | Failure | undefined {
    const keys: Token[] = [];
    for (let token = this.#scan(); token.type !== 'COLON'; token = this.#scan()) {
      if (token.type === 'EOF') return EOF_FOUND;
      if (token.type === 'ILLEGAL') return failure('illegal', token.position);
      if (token.type !== 'STRING') return expectedString(token);
      keys.push({ ...token, position: undefined });
    }
    const colon = this.#token;
    const first = keys[0];
    if (first === undefined) return expectedString(colon);
    const value = this.#value();
    if (value instanceof Failure) return value;
    return { keys, assign: colon.position, value, range: spanning(first.range, value.range) };
  }

  #value(): Value | Failure {
    const token = this.#scan();
    switch (token.type) {
      case 'NUMBER':
      case 'FLOAT':
      case 'BOOL':
      case 'NULL':
      case 'STRING':
        return this.#literal(token);
      case 'LBRACE':
        return this.#object();
      case 'LBRACK':
        return this.#list();
      case 'EOF':
        return EOF_FOUND;
      default:
        return failure(
          `Expected object value, got unknown token: ${printPosition(token.position)} ${token.type} ${token.text}`,
          token.position,
        );
    }
  }

  /** JSON's null becomes an empty string, and positions are lost, as in the real library. */
  #literal(token: Token): Literal {
    const literal: Token =
      token.type === 'NULL'
        ? { ...token, type: 'STRING', text: '', position: undefined }
        : { ...token, position: undefined };
    return { kind: 'literal', token: literal, range: token.range };
  }

  /** Booleans and inner lists' brackets are passed over in lists: the real parser does so too. */
  #list(): List | Failure {
    const opening = this.#token;
    const items: Value[] = [];
    for (;;) {
      const token = this.#scan();
      switch (token.type) {
        case 'NUMBER':
        case 'FLOAT':
        case 'STRING':
          items.push(this.#literal(token));
          break;
        case 'LBRACE': {
          const node = this.#object();
          if (node instanceof Failure) return node;
          items.push(node);
          break;
        }
        case 'COMMA':
        case 'BOOL':
        case 'LBRACK':
          break;
        case 'RBRACK':
          return { kind: 'list', items, position: undefined, range: spanning(opening.range, token.range) };
        default:
          return failure(`unexpected token while parsing list: ${token.type}`, token.position);
      }
    }
  }

  #scan(): Token {
    this.#token = this.#scanner.scan();
    return this.#token;
  }
}
