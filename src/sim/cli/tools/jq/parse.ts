/** The part of jq's language that picks fields: paths, pipes, commas, comparisons, `select`, `map` and a few functions. Source: jq(1). */

export type Filter =
  | { readonly is: 'identity' }
  | { readonly is: 'field'; readonly of: Filter; readonly name: string; readonly optional: boolean }
  | { readonly is: 'index'; readonly of: Filter; readonly at: Filter; readonly optional: boolean }
  | { readonly is: 'slice'; readonly of: Filter; readonly from: number | null; readonly to: number | null }
  | { readonly is: 'each'; readonly of: Filter; readonly optional: boolean }
  | { readonly is: 'literal'; readonly value: unknown }
  | { readonly is: 'array'; readonly of: Filter | null }
  | { readonly is: 'object'; readonly entries: readonly (readonly [Filter, Filter])[] }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Filter[] }
  | { readonly is: 'binary'; readonly operator: string; readonly left: Filter; readonly right: Filter };

export class JqError extends Error {}

const TOKEN =
  /\s+|(?<text>"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<operator>==|!=|<=|>=|\/\/|\.\.|[|,.[\]{}():?<>+*/-])|(?<name>@?[A-Za-z_][A-Za-z0-9_]*|\$[A-Za-z_]\w*)/gy;

const tokensOf = (text: string): string[] => {
  const out: string[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < text.length; end = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (!match) throw new JqError(`syntax error, unexpected INVALID_CHARACTER at column ${end + 1}`);
    if (match[0].trim() !== '') out.push(match[0]);
  }
  return out;
};

/** Binary operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  [','],
  ['//'],
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];

const IDENTITY: Filter = { is: 'identity' };

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get #next(): string | undefined {
    return this.#tokens[this.#at];
  }

  get done(): boolean {
    return this.#next === undefined;
  }

  #take(token: string): boolean {
    if (this.#next !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token))
      throw new JqError(`syntax error, unexpected ${this.#next ?? 'end of file'}, expecting ${token}`);
  }

  filter(level = 0): Filter {
    const operators = LEVELS[level];
    if (!operators) return this.#postfix();
    let left = this.filter(level + 1);
    for (let operator = this.#next; operator !== undefined && operators.includes(operator); operator = this.#next) {
      this.#at++;
      left = { is: 'binary', operator, left, right: this.filter(level + 1) };
    }
    return left;
  }

  #postfix(): Filter {
    let filter = this.#primary();
    for (;;) {
      if (this.#next === '.' && /^["A-Za-z_@]/.test(this.#tokens[this.#at + 1] ?? '')) {
        this.#at++;
        filter = this.#field(filter);
      } else if (this.#next === '.' && this.#tokens[this.#at + 1] === '[') this.#at++;
      else if (this.#take('[')) filter = this.#bracket(filter);
      else return filter;
    }
  }

  #field(of: Filter): Filter {
    const token = this.#tokens[this.#at++] ?? '';
    const name = token.startsWith('"') ? (JSON.parse(token) as string) : token;
    return { is: 'field', of, name, optional: this.#take('?') };
  }

  #bracket(of: Filter): Filter {
    if (this.#take(']')) return { is: 'each', of, optional: this.#take('?') };
    const number = (): number | null => {
      const minus = this.#take('-');
      if (!/^\d+$/.test(this.#next ?? '')) return null;
      return (minus ? -1 : 1) * Number(this.#tokens[this.#at++]);
    };
    const start = this.#at;
    const from = number();
    if (this.#take(':')) {
      const to = number();
      this.#expect(']');
      return { is: 'slice', of, from, to };
    }
    this.#at = start;
    const at = this.filter();
    this.#expect(']');
    return { is: 'index', of, at, optional: this.#take('?') };
  }

  #primary(): Filter {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new JqError('syntax error, unexpected end of file');
    if (token === '..') return { is: 'call', name: 'recurse', args: [] };
    if (token === '.') return /^["A-Za-z_]/.test(this.#next ?? '') ? this.#field(IDENTITY) : IDENTITY;
    if (token === '-')
      return { is: 'binary', operator: '-', left: { is: 'literal', value: 0 }, right: this.#postfix() };
    if (token.startsWith('"') || /^\d/.test(token)) return { is: 'literal', value: JSON.parse(token) as unknown };
    if (token === '(') {
      const inner = this.filter();
      this.#expect(')');
      return inner;
    }
    if (token === '[') {
      if (this.#take(']')) return { is: 'array', of: null };
      const inner = this.filter();
      this.#expect(']');
      return { is: 'array', of: inner };
    }
    if (token === '{') return this.#object();
    if (token === 'null' || token === 'true' || token === 'false')
      return { is: 'literal', value: JSON.parse(token) as unknown };
    if (!/^[@A-Za-z_]/.test(token)) throw new JqError(`syntax error, unexpected ${token}`);
    return { is: 'call', name: token, args: this.#take('(') ? this.#arguments() : [] };
  }

  #arguments(): Filter[] {
    const args = [this.filter()];
    // Arguments are parted by semicolons in jq; none of the functions here has more than one.
    this.#expect(')');
    return args;
  }

  #object(): Filter {
    const entries: [Filter, Filter][] = [];
    while (!this.#take('}')) {
      const token = this.#tokens[this.#at++] ?? '';
      const name = token.startsWith('"') ? (JSON.parse(token) as string) : token;
      const key: Filter = token === '(' ? this.filter() : { is: 'literal', value: name };
      if (token === '(') this.#expect(')');
      const value = this.#take(':') ? this.filter(2) : ({ is: 'field', of: IDENTITY, name, optional: false } as const);
      entries.push([key, value]);
      if (!this.#take(',') && this.#next !== '}')
        throw new JqError(`syntax error, unexpected ${this.#next ?? 'end of file'}`);
    }
    return { is: 'object', entries };
  }
}

/** @throws JqError */
export const parseFilter = (text: string): Filter => {
  if (text.trim() === '') return IDENTITY;
  const parser = new Parser(text);
  const filter = parser.filter();
  if (!parser.done) throw new JqError('syntax error');
  return filter;
};
