import { type Part, type Pipeline, type Redirect, type Script, ShellError, type Simple, type Word } from './syntax.ts';

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR_START = /[;&|\n()<>]/;
const REDIRECTS = ['2>&1', '<<<', '<<', '>>', '2>', '>&2', '<', '>'] as const;

/** Constructs of a real shell that this one does not run. */
const UNSUPPORTED = new Set([
  'if',
  'then',
  'else',
  'fi',
  'for',
  'while',
  'until',
  'do',
  'done',
  'case',
  'esac',
  'function',
  '{',
  '}',
  '[[',
]);

class Parser {
  readonly #text: string;
  #at = 0;
  /** Heredocs whose text begins at the next line: the marker, and where to put the text. */
  #heredocs: { marker: string; quoted: boolean; fill: (word: Word) => void }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  script(end: string | null): Script {
    const items: { pipeline: Pipeline; joiner: ';' | '&&' | '||' | '&' }[] = [];
    for (;;) {
      this.#blank(true);
      if (this.#done(end)) break;
      const pipeline = this.#pipeline(end);
      this.#blank(false);
      const joiner =
        this.#take('&&') ?? this.#take('||') ?? this.#take('&') ?? this.#take(';') ?? this.#newline() ?? ';';
      items.push({ pipeline, joiner: joiner as ';' });
    }
    return { items };
  }

  get at(): number {
    return this.#at;
  }

  #done(end: string | null): boolean {
    if (this.#at >= this.#text.length) {
      if (end !== null) throw this.#error(`this ${end === ')' ? '$(' : end} is never closed; expected ${end}`);
      return true;
    }
    return end !== null && this.#text.startsWith(end, this.#at);
  }

  #pipeline(end: string | null): Pipeline {
    const negated = /!\s/y.test(this.#text.slice(this.#at, this.#at + 2)) && this.#take('!') !== undefined;
    this.#blank(false);
    const commands = [this.#simple(end)];
    for (;;) {
      this.#blank(false);
      if (this.#text[this.#at] !== '|' || this.#text[this.#at + 1] === '|') break;
      this.#at++;
      this.#blank(true);
      commands.push(this.#simple(end));
    }
    return { commands, negated };
  }

  #simple(end: string | null): Simple {
    const start = this.#at;
    const assignments: { name: string; value: Word }[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      this.#blank(false);
      if (this.#at >= this.#text.length || (end !== null && this.#text.startsWith(end, this.#at))) break;
      const redirect = REDIRECTS.find((r) => this.#text.startsWith(r, this.#at));
      if (redirect) {
        this.#at += redirect.length;
        redirects.push(this.#redirect(redirect));
        continue;
      }
      if (OPERATOR_START.test(this.#text[this.#at] ?? '')) break;
      const name = words.length === 0 ? this.#assignment() : undefined;
      if (name !== undefined) assignments.push({ name, value: this.#word() });
      else words.push(this.#word());
    }
    const [first] = words;
    const head = first?.length === 1 && first[0]?.kind === 'text' && !first[0].quoted ? first[0].text : '';
    if (UNSUPPORTED.has(head)) {
      this.#at = start;
      throw this.#error(`"${head}" is real shell, but this console does not run it; type the commands one by one`);
    }
    if (words.length === 0 && assignments.length === 0 && redirects.length === 0) {
      const found = this.#text[this.#at];
      throw this.#error(
        found === undefined
          ? 'a command is missing at the end'
          : `syntax error near unexpected token \`${found === '\n' ? 'newline' : found}'`,
      );
    }
    return { kind: 'simple', assignments, words, redirects };
  }

  #redirect(kind: Redirect['kind']): Redirect {
    if (kind === '2>&1' || kind === '>&2') return { kind, target: [] };
    this.#blank(false);
    const from = this.#at;
    const target = this.#word();
    if (target.length === 0) throw this.#error(`a file name is missing after ${kind}`);
    if (kind !== '<<') return { kind, target };
    const raw = this.#text.slice(from, this.#at);
    const marker = raw.replace(/^-/, '').replace(/['"\\]/g, '');
    const redirect = { kind, target: [] as Word };
    this.#heredocs.push({
      marker,
      quoted: /['"\\]/.test(raw),
      fill: (word) => {
        redirect.target = word;
      },
    });
    return redirect;
  }

  #assignment(): string | undefined {
    NAME.lastIndex = this.#at;
    const m = NAME.exec(this.#text);
    if (!m || this.#text[NAME.lastIndex] !== '=') return undefined;
    this.#at = NAME.lastIndex + 1;
    return m[0];
  }

  #word(): Word {
    const parts: Part[] = [];
    while (this.#at < this.#text.length) {
      const c = this.#text[this.#at] ?? '';
      if (/\s/.test(c) || OPERATOR_START.test(c)) break;
      if (c === "'") parts.push({ kind: 'text', text: this.#single(), quoted: true });
      else if (c === '"') parts.push(...this.#double());
      else if (c === '$') parts.push(this.#dollar(false));
      else if (c === '`') parts.push(this.#backquote(false));
      else if (c === '\\') {
        const next = this.#text[this.#at + 1];
        this.#at += 2;
        if (next !== '\n') parts.push({ kind: 'text', text: next ?? '', quoted: true });
      } else {
        this.#at++;
        parts.push({ kind: 'text', text: c, quoted: false });
      }
    }
    return joined(parts);
  }

  #single(): string {
    const close = this.#text.indexOf("'", this.#at + 1);
    if (close < 0) throw this.#error("this ' is never closed");
    const text = this.#text.slice(this.#at + 1, close);
    this.#at = close + 1;
    return text;
  }

  #double(): Part[] {
    const open = this.#at++;
    const parts: Part[] = [{ kind: 'text', text: '', quoted: true }];
    for (;;) {
      const c = this.#text[this.#at];
      if (c === undefined) {
        this.#at = open;
        throw this.#error('this " is never closed');
      }
      if (c === '"') break;
      if (c === '$') parts.push(this.#dollar(true));
      else if (c === '`') parts.push(this.#backquote(true));
      else if (c === '\\' && /["\\$`\n]/.test(this.#text[this.#at + 1] ?? '')) {
        const next = this.#text[this.#at + 1] ?? '';
        parts.push({ kind: 'text', text: next === '\n' ? '' : next, quoted: true });
        this.#at += 2;
      } else {
        parts.push({ kind: 'text', text: c, quoted: true });
        this.#at++;
      }
    }
    this.#at++;
    return parts;
  }

  #dollar(quoted: boolean): Part {
    const from = this.#at++;
    if (this.#take('(') !== undefined) {
      const script = this.#inner(')');
      return { kind: 'command', script, quoted };
    }
    const braced = /\{([A-Za-z_][A-Za-z0-9_]*|[?#@*0-9])(?::-([^}]*))?\}/y;
    braced.lastIndex = this.#at;
    const b = braced.exec(this.#text);
    if (b) {
      this.#at = braced.lastIndex;
      return { kind: 'variable', name: b[1] ?? '', quoted, ...(b[2] !== undefined && { fallback: b[2] }) };
    }
    if (this.#text[this.#at] === '{') {
      this.#at = from;
      throw this.#error(
        'of the forms with braces only a plain name, or a name with a default after :-, is understood here',
      );
    }
    const plain = /[A-Za-z_][A-Za-z0-9_]*|[?#@*$0-9]/y;
    plain.lastIndex = this.#at;
    const p = plain.exec(this.#text);
    if (!p) return { kind: 'text', text: '$', quoted };
    this.#at = plain.lastIndex;
    return { kind: 'variable', name: p[0], quoted };
  }

  #backquote(quoted: boolean): Part {
    const close = this.#text.indexOf('`', this.#at + 1);
    if (close < 0) throw this.#error('this ` is never closed');
    const script = parseScript(this.#text.slice(this.#at + 1, close));
    this.#at = close + 1;
    return { kind: 'command', script, quoted };
  }

  #inner(end: string): Script {
    const script = this.script(end);
    this.#at += end.length;
    return script;
  }

  #blank(newlines: boolean): void {
    for (;;) {
      const c = this.#text[this.#at];
      if (c === ' ' || c === '\t' || c === '\r') this.#at++;
      else if (c === '\\' && this.#text[this.#at + 1] === '\n') this.#at += 2;
      else if (c === '#') while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') this.#at++;
      else if (newlines && c === '\n') this.#newline();
      else if (newlines && c === ';') this.#at++;
      else return;
    }
  }

  #newline(): string | undefined {
    if (this.#text[this.#at] !== '\n') return undefined;
    this.#at++;
    for (const { marker, quoted, fill } of this.#heredocs.splice(0)) {
      const lines: string[] = [];
      for (;;) {
        if (this.#at >= this.#text.length) break;
        const end = this.#text.indexOf('\n', this.#at);
        const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
        this.#at = end < 0 ? this.#text.length : end + 1;
        if (line === marker) break;
        lines.push(`${line}\n`);
      }
      const text = lines.join('');
      fill(quoted ? [{ kind: 'text', text, quoted: true }] : new Parser(`"${text.replace(/"/g, '\\"')}"`).#word());
    }
    return ';';
  }

  #take<T extends string>(token: T): T | undefined {
    if (!this.#text.startsWith(token, this.#at)) return undefined;
    this.#at += token.length;
    return token;
  }

  #error(message: string): ShellError {
    return new ShellError(message, this.#text, this.#at);
  }
}

/** Neighbouring texts of one kind as one part. */
const joined = (parts: readonly Part[]): Part[] => {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && last.quoted === part.quoted)
      out[out.length - 1] = { ...last, text: last.text + part.text };
    else out.push(part);
  }
  return out;
};

/**
 * Read what a user typed.
 * @throws ShellError with line and column
 */
export const parseScript = (text: string): Script => {
  const parser = new Parser(text);
  const script = parser.script(null);
  if (parser.at < text.length)
    throw new ShellError(`syntax error near unexpected token \`${text[parser.at]}'`, text, parser.at);
  return script;
};
