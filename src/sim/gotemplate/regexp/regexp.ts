/** Go's package regexp over byte strings. */
import type { Meter } from '../exec/meter.ts';
import { decodeRune } from '../text/utf8.ts';
import { runProgram } from './match.ts';
import { parseRegexp } from './parse.ts';
import { compileProgram, type Instruction } from './program.ts';

export class Regexp {
  readonly #program: Instruction[];
  readonly #names: readonly string[];

  /** Throws GoError with Go's text (`error parsing regexp: …`). */
  constructor(pattern: string) {
    const { tree, names } = parseRegexp(pattern);
    this.#names = names;
    this.#program = compileProgram(tree, pattern);
  }

  #match(meter: Meter, text: string, from: number): readonly number[] | undefined {
    return runProgram(meter, this.#program, this.#names.length, text, from);
  }

  test(meter: Meter, text: string): boolean {
    return this.#match(meter, text, 0) !== undefined;
  }

  /** Places of up to `limit` matches (negative: all) that do not overlap. */
  all(meter: Meter, text: string, limit: number): (readonly number[])[] {
    const out: (readonly number[])[] = [];
    let before = -1;
    for (let pos = 0; pos <= text.length && (limit < 0 || out.length < limit); ) {
      const match = this.#match(meter, text, pos);
      if (!match) break;
      const [start, end] = match as [number, number];
      const empty = end === pos;
      if (!(empty && start === before)) out.push(match);
      pos = empty ? end + Math.max(decodeRune(text, end).width, 1) : end;
      before = end;
    }
    return out;
  }

  find(meter: Meter, text: string): string {
    const match = this.#match(meter, text, 0);
    return match ? text.slice(match[0], match[1]) : '';
  }

  #replaceWith(meter: Meter, text: string, make: (match: readonly number[]) => string): string {
    let out = '';
    let last = 0;
    for (let pos = 0; pos <= text.length; ) {
      const match = this.#match(meter, text, pos);
      if (!match) break;
      const [start, end] = match as [number, number];
      out += text.slice(last, start);
      // No empty match right after a match.
      if (end > last || start === 0) {
        const made = make(match);
        meter.charge(made.length);
        out += made;
      }
      last = end;
      const width = Math.max(decodeRune(text, pos).width, 1);
      pos = pos + width > end ? pos + width : end;
    }
    return out + text.slice(last);
  }

  /** `$1`, `${1}`, `$name` in the replacement stand for groups. */
  replace(meter: Meter, text: string, replacement: string): string {
    return this.#replaceWith(meter, text, (match) =>
      replacement.replace(/\$(?:\$|\{([A-Za-z0-9_]+)\}|([A-Za-z0-9_]+))/g, (whole, braced?: string, bare?: string) => {
        const name = braced ?? bare;
        if (name === undefined) return whole === '$$' ? '$' : whole;
        const index = /^[0-9]+$/.test(name) ? Number(name) : this.#names.lastIndexOf(name);
        const start = match[index * 2] ?? -1;
        return index < 0 || start < 0 ? '' : text.slice(start, match[index * 2 + 1]);
      }),
    );
  }

  replaceLiteral(meter: Meter, text: string, replacement: string): string {
    return this.#replaceWith(meter, text, () => replacement);
  }

  /** `Split(text, limit)`; negative: all. */
  split(meter: Meter, text: string, limit: number): string[] {
    if (limit === 0) return [];
    if (text === '') return [''];
    const out: string[] = [];
    let begin = 0;
    let end = 0;
    for (const match of this.all(meter, text, limit)) {
      if (limit > 0 && out.length === limit - 1) break;
      end = match[0]!;
      if (match[1] !== 0) out.push(text.slice(begin, end));
      begin = match[1]!;
    }
    if (end !== text.length) out.push(text.slice(begin));
    return out;
  }
}

export const compile = (pattern: string): Regexp => new Regexp(pattern);
