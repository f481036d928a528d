import type { Block, File, Item, List, Literal, Value } from './ast.ts';
import { DEEPEST, type Dialect } from './dialect.ts';
import { Failure, failure, failureAt, type HclError } from './error.ts';
import { printPosition, spanning } from './position.ts';
import { goQuote } from './quote.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** The end of the text, where the real parser sometimes just stops without complaint. */
const EOF_FOUND = failure('EOF token found');

/** HCL v1's grammar with the real parser's habits, among them which errors it forgives (hcl v1: hcl/parser/parser.go). */
export class Parser {
  readonly #scanner: Scanner;
  readonly #dialect: Dialect;
  #token: Token;
  #buffered = false;
  #depth = 0;

  constructor(text: string, dialect: Dialect) {
    this.#scanner = new Scanner(text.replaceAll('\r\n', '\n'));
    this.#dialect = dialect;
    const start = { offset: 0, line: 1, column: 1 };
    this.#token = { type: 'ILLEGAL', text: '', position: undefined, range: { start, end: start }, json: false };
  }

  /** The file, or the error Vault would print. A scanner's error, the last one, goes before the parser's. */
  parse(): File | Failure {
    const { items, problem } = this.#items(false);
    const scanError = this.#scanner.errors.at(-1);
    if (scanError !== undefined) return failureAt(scanError.position, scanError.message);
    return problem ?? { items, format: 'hcl' };
  }

  /** All scanner errors, first to last, for an editor. */
  scanErrors(): readonly HclError[] {
    return this.#scanner.errors.map((error) => failureAt(error.position, error.message).error);
  }

  /** The items up to the end or the first problem; those before it are kept. */
  #items(inObject: boolean): { readonly items: readonly Item[]; readonly problem?: Failure } {
    const items: Item[] = [];
    const seen = new Set<string>();
    for (;;) {
      if (inObject) {
        const token = this.#scan();
        this.#unscan();
        if (token.type === 'RBRACE') return { items };
      }
      const item = this.#item();
      if (item === EOF_FOUND) return { items };
      if (item instanceof Failure) return { items, problem: item };
      const duplicate = this.#duplicate(item, seen);
      if (duplicate !== undefined) return { items, problem: duplicate };
      items.push(item);
      if (this.#scan().type !== 'COMMA') this.#unscan();
    }
  }

  #duplicate(item: Item, seen: Set<string>): Failure | undefined {
    if (!this.#dialect.refusesDuplicates || item.assign === undefined) return undefined;
    for (const key of item.keys) {
      if (seen.has(key.text)) {
        const where = printPosition(key.position);
        return failure(
          `The argument ${goQuote(key.text)} at ${where} was already set. Each argument can only be defined once`,
          key.position,
        );
      }
      seen.add(key.text);
    }
    return undefined;
  }

  #item(): Item | Failure {
    const keys: Token[] = [];
    const problem = this.#keys(keys);
    if (problem !== undefined) {
      const missingValue = keys.length > 0 && this.#token.type === 'RBRACE';
      if (missingValue) this.#token = { ...this.#token, type: 'EOF' };
      else if (keys.length === 0 || problem !== EOF_FOUND) return problem;
    }
    const first = keys[0];
    const opening = this.#token;
    if (opening.type !== 'ASSIGN' && opening.type !== 'LBRACE') {
      const names = keys.map((key) => key.text).join(' ');
      return failureAt(opening.position, `key '${names}' expected start of object ('{') or assignment ('=')`);
    }
    const value = opening.type === 'ASSIGN' ? this.#value() : this.#object();
    if (value instanceof Failure) return value;
    this.#scan();
    this.#unscan();
    return {
      keys,
      assign: opening.type === 'ASSIGN' ? opening.position : undefined,
      value,
      range: spanning((first ?? opening).range, value.range),
    };
  }

  #keys(keys: Token[]): Failure | undefined {
    for (;;) {
      const token = this.#scan();
      switch (token.type) {
        case 'EOF':
          return EOF_FOUND;
        case 'ASSIGN':
          if (keys.length > 1) {
            keys.length = 0;
            return failureAt(token.position, 'nested object expected: LBRACE got: ASSIGN');
          }
          return keys.length === 0 ? failureAt(token.position, 'no object keys found!') : undefined;
        case 'LBRACE':
          return keys.length === 0 ? failureAt(token.position, 'expected: IDENT | STRING got: LBRACE') : undefined;
        case 'IDENT':
        case 'STRING':
          keys.push(token);
          break;
        case 'ILLEGAL':
          return failureAt(token.position, 'illegal character');
        default:
          return failureAt(token.position, `expected: IDENT | STRING | ASSIGN | LBRACE got: ${token.type}`);
      }
    }
  }

  #value(): Value | Failure {
    const token = this.#scan();
    switch (token.type) {
      case 'NUMBER':
      case 'FLOAT':
      case 'BOOL':
      case 'STRING':
      case 'HEREDOC':
        return this.#literal(token);
      case 'LBRACE':
        return this.#object();
      case 'LBRACK':
        return this.#list();
      case 'EOF':
        return EOF_FOUND;
      default:
        return failureAt(token.position, `Unknown token: ${printPosition(token.position)} ${token.type} ${token.text}`);
    }
  }

  #literal(token: Token): Literal {
    return { kind: 'literal', token, range: token.range };
  }

  #object(): Block | Failure {
    const opening = this.#token;
    if (++this.#depth > DEEPEST) return failureAt(opening.position, 'nested too deeply');
    const { items, problem } = this.#items(true);
    this.#depth--;
    const forgiven = this.#dialect.forgivesBrokenObject && this.#token.type === 'RBRACE';
    if (problem !== undefined && !forgiven) return problem;
    const closing = this.#scan();
    if (closing.type !== 'RBRACE') {
      return failureAt(closing.position, `object expected closing RBRACE got: ${closing.type}`);
    }
    return {
      kind: 'object',
      items,
      position: opening.position,
      range: spanning(opening.range, closing.range),
    };
  }

  #list(): List | Failure {
    const opening = this.#token;
    if (++this.#depth > DEEPEST) return failureAt(opening.position, 'nested too deeply');
    const items: Value[] = [];
    let needsComma = false;
    for (;;) {
      const token = this.#scan();
      if (needsComma && token.type !== 'COMMA' && token.type !== 'RBRACK') {
        return failureAt(token.position, `error parsing list, expected comma or list end, got: ${token.type}`);
      }
      switch (token.type) {
        case 'BOOL':
        case 'NUMBER':
        case 'FLOAT':
        case 'STRING':
        case 'HEREDOC':
          items.push(this.#literal(token));
          needsComma = true;
          break;
        case 'COMMA':
          this.#scan();
          this.#unscan();
          needsComma = false;
          break;
        case 'LBRACE':
        case 'LBRACK': {
          const node = token.type === 'LBRACE' ? this.#object() : this.#list();
          if (node instanceof Failure) {
            const what = token.type === 'LBRACE' ? 'object' : 'list';
            return failureAt(token.position, `error while trying to parse ${what} within list: ${node.error.text}`);
          }
          items.push(node);
          if (token.type === 'LBRACE') needsComma = true;
          break;
        }
        case 'RBRACK':
          this.#depth--;
          return { kind: 'list', items, position: opening.position, range: spanning(opening.range, token.range) };
        default:
          return failureAt(token.position, `unexpected token while parsing list: ${token.type}`);
      }
    }
  }

  #scan(): Token {
    if (this.#buffered) {
      this.#buffered = false;
      return this.#token;
    }
    do this.#token = this.#scanner.scan();
    while (this.#token.type === 'COMMENT');
    return this.#token;
  }

  #unscan(): void {
    this.#buffered = true;
  }
}
