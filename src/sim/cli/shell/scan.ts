import { type Part, type Script, ShellError, type Word } from './syntax.ts';

export const OPERATOR_START = /[;&|\n()<>]/;

/** Reads words, blanks and here-documents; what stands between them is its child's. */
export abstract class Scanner {
  protected readonly text: string;
  protected at = 0;
  /** Heredocs whose text begins at the next line: the marker, and where to put the text. */
  protected readonly heredocs: { marker: string; quoted: boolean; fill: (word: Word) => void }[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** A script within this one, up to a closing token, which is read too. */
  protected abstract inner(close: string): Script;
  /** A script of its own. */
  protected abstract whole(text: string): Script;
  /** The text of a here-document whose marker is not quoted. */
  protected abstract expanding(text: string): Word;

  protected word(): Word {
    const parts: Part[] = [];
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      if (/\s/.test(c) || OPERATOR_START.test(c)) break;
      if (c === "'") parts.push({ kind: 'text', text: this.single(), quoted: true });
      else if (c === '"') parts.push(...this.double());
      else if (c === '$') parts.push(this.dollar(false));
      else if (c === '`') parts.push(this.backquote(false));
      else if (c === '\\') {
        const next = this.text[this.at + 1];
        this.at += 2;
        if (next !== '\n') parts.push({ kind: 'text', text: next ?? '', quoted: true });
      } else {
        this.at++;
        parts.push({ kind: 'text', text: c, quoted: false });
      }
    }
    return joined(parts);
  }

  protected single(): string {
    const close = this.text.indexOf("'", this.at + 1);
    if (close < 0) throw this.error("this ' is never closed");
    const text = this.text.slice(this.at + 1, close);
    this.at = close + 1;
    return text;
  }

  protected double(): Part[] {
    const open = this.at++;
    const parts: Part[] = [{ kind: 'text', text: '', quoted: true }];
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) {
        this.at = open;
        throw this.error('this " is never closed');
      }
      if (c === '"') break;
      if (c === '$') parts.push(this.dollar(true));
      else if (c === '`') parts.push(this.backquote(true));
      else if (c === '\\' && /["\\$`\n]/.test(this.text[this.at + 1] ?? '')) {
        const next = this.text[this.at + 1] ?? '';
        parts.push({ kind: 'text', text: next === '\n' ? '' : next, quoted: true });
        this.at += 2;
      } else {
        parts.push({ kind: 'text', text: c, quoted: true });
        this.at++;
      }
    }
    this.at++;
    return parts;
  }

  protected dollar(quoted: boolean): Part {
    const from = this.at++;
    if (this.text.startsWith('((', this.at)) return this.arithmetic(quoted);
    if (this.take('(') !== undefined) {
      const script = this.inner(')');
      return { kind: 'command', script, quoted };
    }
    const braced = /\{([A-Za-z_][A-Za-z0-9_]*|[?#@*0-9])(?::-([^}]*))?\}/y;
    braced.lastIndex = this.at;
    const b = braced.exec(this.text);
    if (b) {
      this.at = braced.lastIndex;
      return { kind: 'variable', name: b[1] ?? '', quoted, ...(b[2] !== undefined && { fallback: b[2] }) };
    }
    if (this.text[this.at] === '{') {
      this.at = from;
      throw this.error(
        'of the forms with braces only a plain name, or a name with a default after :-, is understood here',
      );
    }
    const plain = /[A-Za-z_][A-Za-z0-9_]*|[?#@*$0-9]/y;
    plain.lastIndex = this.at;
    const p = plain.exec(this.text);
    if (!p) return { kind: 'text', text: '$', quoted };
    this.at = plain.lastIndex;
    return { kind: 'variable', name: p[0], quoted };
  }

  /** `$((…))`. */
  protected arithmetic(quoted: boolean): Part {
    const close = this.text.indexOf('))', this.at);
    if (close < 0) throw this.error('this $(( is never closed; expected ))');
    const text = this.text.slice(this.at + 2, close);
    this.at = close + 2;
    return { kind: 'arithmetic', text, quoted };
  }

  protected backquote(quoted: boolean): Part {
    const close = this.text.indexOf('`', this.at + 1);
    if (close < 0) throw this.error('this ` is never closed');
    const script = this.whole(this.text.slice(this.at + 1, close));
    this.at = close + 1;
    return { kind: 'command', script, quoted };
  }

  protected blank(newlines: boolean): void {
    for (;;) {
      const c = this.text[this.at];
      if (c === ' ' || c === '\t' || c === '\r') this.at++;
      else if (c === '\\' && this.text[this.at + 1] === '\n') this.at += 2;
      else if (c === '#') while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
      else if (newlines && c === '\n') this.newline();
      else if (newlines && c === ';') this.at++;
      else return;
    }
  }

  protected newline(): string | undefined {
    if (this.text[this.at] !== '\n') return undefined;
    this.at++;
    for (const { marker, quoted, fill } of this.heredocs.splice(0)) {
      const lines: string[] = [];
      for (;;) {
        if (this.at >= this.text.length) break;
        const end = this.text.indexOf('\n', this.at);
        const line = this.text.slice(this.at, end < 0 ? undefined : end);
        this.at = end < 0 ? this.text.length : end + 1;
        if (line === marker) break;
        lines.push(`${line}\n`);
      }
      const text = lines.join('');
      fill(quoted ? [{ kind: 'text', text, quoted: true }] : this.expanding(text));
    }
    return ';';
  }

  protected take<T extends string>(token: T): T | undefined {
    if (!this.text.startsWith(token, this.at)) return undefined;
    this.at += token.length;
    return token;
  }

  protected error(message: string): ShellError {
    return new ShellError(message, this.text, this.at);
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
