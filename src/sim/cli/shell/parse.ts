import { OPERATOR_START, Scanner } from './scan.ts';
import type { Command, Compound, Pipeline, Redirect, Script, ShellError, Simple, Word } from './syntax.ts';

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const RESERVED = /(?:[a-z]+|[{}])(?=[\s;&|()<>]|$)/y;
const REDIRECTS = ['2>&1', '<<<', '<<', '>>', '2>', '>&2', '<', '>'] as const;

/** Constructs of a real shell that this one does not run. */
const UNSUPPORTED = new Set(['case', 'esac', 'function', 'select', '[[', '((']);
/** Words that only go on with what another has begun. */
const INNER = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', '}']);

/** What ends a list of commands: a closing token, or one of these words. */
interface Until {
  readonly opened: string;
  readonly close?: string;
  readonly words?: readonly string[];
}

class Parser extends Scanner {
  get done(): boolean {
    return this.at >= this.text.length;
  }

  list(until: Until | null): Script {
    const items: { pipeline: Pipeline; joiner: ';' | '&&' | '||' | '&' }[] = [];
    for (;;) {
      this.blank(true);
      if (this.#ends(until)) break;
      const pipeline = this.#pipeline();
      this.blank(false);
      const joiner = this.take('&&') ?? this.take('||') ?? this.take('&') ?? this.take(';') ?? this.newline();
      items.push({ pipeline, joiner: (joiner as ';' | undefined) ?? ';' });
      if (joiner === undefined && !this.done && !this.#ends(until)) break;
    }
    return { items };
  }

  protected inner(close: string): Script {
    const script = this.list({ opened: '$(', close });
    this.at += close.length;
    return script;
  }

  protected whole(text: string): Script {
    return parseScript(text);
  }

  protected expanding(text: string): Word {
    return new Parser(`"${text.replace(/"/g, '\\"')}"`).word();
  }

  #ends(until: Until | null): boolean {
    if (this.done) {
      if (until)
        throw this.error(`this ${until.opened} is never closed; expected ${until.close ?? until.words?.at(-1)}`);
      return true;
    }
    if (!until) return false;
    return until.close === undefined
      ? (until.words ?? []).includes(this.#reserved())
      : this.text.startsWith(until.close, this.at);
  }

  /** The word at this place if it stands alone, '' if none does. */
  #reserved(): string {
    RESERVED.lastIndex = this.at;
    return RESERVED.exec(this.text)?.[0] ?? '';
  }

  #pipeline(): Pipeline {
    const negated = /!\s/y.test(this.text.slice(this.at, this.at + 2)) && this.take('!') !== undefined;
    this.blank(false);
    const commands = [this.#command()];
    for (;;) {
      this.blank(false);
      if (this.text[this.at] !== '|' || this.text[this.at + 1] === '|') break;
      this.at++;
      this.blank(true);
      commands.push(this.#command());
    }
    return { commands, negated };
  }

  #command(): Command {
    const compound = this.#compound();
    if (!compound) return this.#simple();
    const redirects: Redirect[] = [];
    for (;;) {
      this.blank(false);
      const kind = REDIRECTS.find((r) => this.text.startsWith(r, this.at));
      if (!kind) return { ...compound, redirects };
      this.at += kind.length;
      redirects.push(this.#redirect(kind));
    }
  }

  #compound(): Compound | null {
    const word = this.#reserved();
    if (word === 'if') return this.#if();
    if (word === 'while' || word === 'until') return this.#loop(word);
    if (word === 'for') return this.#for();
    if (word === '{') {
      this.at += word.length;
      return { kind: 'group', subshell: false, body: this.#body('{', '}'), redirects: [] };
    }
    if (this.text[this.at] !== '(' || this.text[this.at + 1] === '(') return null;
    this.at++;
    const body = this.list({ opened: '(', close: ')' });
    this.at++;
    return { kind: 'group', subshell: true, body, redirects: [] };
  }

  /** Commands up to one of these words, which is read too. */
  #body(opened: string, ...words: readonly string[]): Script {
    const script = this.list({ opened, words });
    if (script.items.length === 0) throw this.#unexpected(this.#reserved());
    this.at += this.#reserved().length;
    return script;
  }

  #if(): Compound {
    const branches: { condition: Script | null; body: Script }[] = [];
    for (let word = this.#reserved(); word !== 'fi'; ) {
      this.at += word.length;
      const condition = word === 'else' ? null : this.#body(word, 'then');
      const words = word === 'else' ? ['fi'] : ['elif', 'else', 'fi'];
      const body = this.list({ opened: word, words });
      if (body.items.length === 0) throw this.#unexpected(this.#reserved());
      branches.push({ condition, body });
      word = this.#reserved();
    }
    this.at += 'fi'.length;
    return { kind: 'if', branches, redirects: [] };
  }

  #loop(word: 'while' | 'until'): Compound {
    this.at += word.length;
    const condition = this.#body(word, 'do');
    return { kind: 'loop', until: word === 'until', condition, body: this.#body('do', 'done'), redirects: [] };
  }

  #for(): Compound {
    this.at += 'for'.length;
    this.blank(false);
    NAME.lastIndex = this.at;
    const name = NAME.exec(this.text)?.[0];
    if (name === undefined) throw this.error('a name is missing after for');
    this.at += name.length;
    this.blank(false);
    if (this.#reserved() !== 'in') throw this.error(`in is missing after for ${name}`);
    this.at += 'in'.length;
    const words: Word[] = [];
    for (;;) {
      this.blank(false);
      if (this.done || OPERATOR_START.test(this.text[this.at] ?? '')) break;
      words.push(this.word());
    }
    this.blank(true);
    if (this.#reserved() !== 'do')
      throw this.done ? this.error('do is missing at the end') : this.#unexpected(this.#found());
    this.at += 'do'.length;
    return { kind: 'for', name, words, body: this.#body('do', 'done'), redirects: [] };
  }

  #simple(): Simple {
    const start = this.at;
    const assignments: { name: string; value: Word }[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      this.blank(false);
      if (this.done) break;
      const redirect = REDIRECTS.find((r) => this.text.startsWith(r, this.at));
      if (redirect) {
        this.at += redirect.length;
        redirects.push(this.#redirect(redirect));
        continue;
      }
      if (OPERATOR_START.test(this.text[this.at] ?? '')) break;
      const name = words.length === 0 ? this.#assignment() : undefined;
      if (name !== undefined) assignments.push({ name, value: this.word() });
      else words.push(this.word());
    }
    const [first] = words;
    const head = first?.length === 1 && first[0]?.kind === 'text' && !first[0].quoted ? first[0].text : '';
    if (UNSUPPORTED.has(head)) {
      this.at = start;
      throw this.error(`"${head}" is real shell, but this console does not run it; type the commands one by one`);
    }
    if (INNER.has(head)) {
      this.at = start;
      throw this.#unexpected(head);
    }
    if (words.length === 0 && assignments.length === 0 && redirects.length === 0)
      throw this.done ? this.error('a command is missing at the end') : this.#unexpected(this.#found());
    return { kind: 'simple', assignments, words, redirects };
  }

  #redirect(kind: Redirect['kind']): Redirect {
    if (kind === '2>&1' || kind === '>&2') return { kind, target: [] };
    this.blank(false);
    const from = this.at;
    const target = this.word();
    if (target.length === 0) throw this.error(`a file name is missing after ${kind}`);
    if (kind !== '<<') return { kind, target };
    const raw = this.text.slice(from, this.at);
    const marker = raw.replace(/^-/, '').replace(/['"\\]/g, '');
    const redirect = { kind, target: [] as Word };
    this.heredocs.push({
      marker,
      quoted: /['"\\]/.test(raw),
      fill: (word) => {
        redirect.target = word;
      },
    });
    return redirect;
  }

  #assignment(): string | undefined {
    NAME.lastIndex = this.at;
    const m = NAME.exec(this.text);
    if (!m || this.text[NAME.lastIndex] !== '=') return undefined;
    this.at = NAME.lastIndex + 1;
    return m[0];
  }

  #found(): string {
    const c = this.text[this.at] ?? '';
    return c === '\n' ? 'newline' : this.text.startsWith(c + c, this.at) && c !== '(' && c !== ')' ? c + c : c;
  }

  #unexpected(found: string): ShellError {
    return this.error(`syntax error near unexpected token \`${found}'`);
  }

  get rest(): ShellError | null {
    return this.done ? null : this.#unexpected(this.#found());
  }
}

/**
 * Read what a user typed.
 * @throws ShellError with line and column
 */
export const parseScript = (text: string): Script => {
  const parser = new Parser(text);
  const script = parser.list(null);
  if (parser.rest) throw parser.rest;
  return script;
};
