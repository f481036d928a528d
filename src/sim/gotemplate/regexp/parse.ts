/** Reads RE2 syntax. Go: regexp/syntax/parse.go. */
import { GoError } from '../exec/errors.ts';
import { decodeRune, encodeRune, isUtf8 } from '../text/utf8.ts';
import { foldCase, not, perlClass, posixClass, unicodeClass } from './classes.ts';
import type { RuneTest, Syntax, Tree } from './syntax.ts';

const REPEAT = 1000;
const DEPTH = 200;
const ESCAPES: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

interface Flags {
  fold: boolean;
  multi: boolean;
  dotAll: boolean;
  ungreedy: boolean;
}

export const regexError = (code: string, expression: string): GoError =>
  new GoError(`error parsing regexp: ${code}: \`${expression}\``);

class Parser {
  readonly #text: string;
  #at = 0;
  #flags: Flags = { fold: false, multi: false, dotAll: false, ungreedy: false };
  #depth = 0;
  readonly names: string[] = [''];

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Tree {
    if (!isUtf8(this.#text)) throw regexError('invalid UTF-8', this.#text);
    const tree = this.#choice();
    if (this.#at < this.#text.length) throw regexError('unexpected )', this.#text);
    return tree;
  }

  #choice(): Tree {
    if (++this.#depth > DEPTH) throw regexError('expression nests too deeply', this.#text);
    const items = [this.#sequence()];
    while (this.#text[this.#at] === '|') {
      this.#at++;
      items.push(this.#sequence());
    }
    this.#depth--;
    return items.length === 1 ? items[0]! : { type: 'choice', items };
  }

  #sequence(): Tree {
    const items: Tree[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== '|' && this.#text[this.#at] !== ')') {
      if (this.#text.startsWith('\\Q', this.#at)) {
        items.push(...this.#quoted());
        continue;
      }
      const atom = this.#atom();
      if (atom) items.push(this.#repeats(atom));
    }
    return items.length === 1 ? items[0]! : { type: 'sequence', items };
  }

  #quoted(): Tree[] {
    const close = this.#text.indexOf('\\E', this.#at + 2);
    const body = this.#text.slice(this.#at + 2, close < 0 ? undefined : close);
    this.#at = close < 0 ? this.#text.length : close + 2;
    const items: Tree[] = [];
    for (let at = 0; at < body.length; ) {
      const { rune, width } = decodeRune(body, at);
      items.push(this.#rune((r) => r === rune));
      at += width;
    }
    return items;
  }

  #rune(test: RuneTest): Tree {
    return { type: 'rune', test: this.#flags.fold ? foldCase(test) : test };
  }

  /** The quantifier at this place: its bounds and where it ends. */
  #quantifier(): { min: number; max: number; text: string } | undefined {
    const char = this.#text[this.#at];
    if (char === '*') return { min: 0, max: Infinity, text: '*' };
    if (char === '+') return { min: 1, max: Infinity, text: '+' };
    if (char === '?') return { min: 0, max: 1, text: '?' };
    const match = char === '{' ? /^\{([0-9]+)(,([0-9]*))?\}/.exec(this.#text.slice(this.#at)) : null;
    if (!match) return undefined;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Infinity : Number(match[3]);
    if (min > REPEAT || (max !== Infinity && (max > REPEAT || max < min)))
      throw regexError('invalid repeat count', match[0]);
    return { min, max, text: match[0] };
  }

  #repeats(atom: Tree): Tree {
    const quantifier = this.#quantifier();
    if (!quantifier) return atom;
    const start = this.#at;
    this.#at += quantifier.text.length;
    const lazy = this.#text[this.#at] === '?';
    if (lazy) this.#at++;
    const after = this.#quantifier();
    if (after)
      throw regexError('invalid nested repetition operator', this.#text.slice(start, this.#at + after.text.length));
    return {
      type: 'repeat',
      item: atom,
      min: quantifier.min,
      max: quantifier.max,
      greedy: lazy === this.#flags.ungreedy,
    };
  }

  #atom(): Tree | undefined {
    const char = this.#text[this.#at]!;
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        return this.#rune(this.#class());
      case '.': {
        this.#at++;
        const { dotAll } = this.#flags;
        return { type: 'rune', test: (rune) => dotAll || rune !== 10 };
      }
      case '^':
        this.#at++;
        return { type: 'assert', what: this.#flags.multi ? 'begin line' : 'begin text' };
      case '$':
        this.#at++;
        return { type: 'assert', what: this.#flags.multi ? 'end line' : 'end text' };
      case '*':
      case '+':
      case '?':
        throw regexError('missing argument to repetition operator', this.#quantifier()!.text);
      case '\\':
        return this.#escape();
    }
    if (char === '{' && this.#quantifier())
      throw regexError('missing argument to repetition operator', this.#quantifier()!.text);
    return this.#literal();
  }

  #literal(): Tree {
    const { rune, width } = decodeRune(this.#text, this.#at);
    this.#at += width;
    return this.#rune((r) => r === rune);
  }

  #group(): Tree | undefined {
    const saved = { ...this.#flags };
    let index = 0;
    if (this.#text[this.#at + 1] === '?') {
      const named = /^\(\?P?<([^>]*)>/.exec(this.#text.slice(this.#at));
      if (named) index = this.#named(named[0], named[1]!);
      else if (/^\(\?P?</.test(this.#text.slice(this.#at)))
        throw regexError('invalid named capture', this.#text.slice(this.#at));
      else if (!this.#setFlags()) return undefined;
    } else {
      index = this.names.push('') - 1;
      this.#at++;
    }
    const item = this.#choice();
    if (this.#text[this.#at] !== ')') throw regexError('missing closing )', this.#text);
    this.#at++;
    this.#flags = saved;
    return index === 0 ? item : { type: 'group', item, index };
  }

  #named(text: string, name: string): number {
    if (!/^[A-Za-z0-9_]+$/.test(name)) throw regexError('invalid named capture', text);
    if (this.names.includes(name)) throw regexError('duplicate capture group name', name);
    this.#at += text.length;
    return this.names.push(name) - 1;
  }

  /** `(?i)` changes the rest of the group and gives false; `(?i:` opens a group. */
  #setFlags(): boolean {
    const match = /^\(\?([imsU]*)(-([imsU]+))?([:)])/.exec(this.#text.slice(this.#at));
    if (!match) {
      const shown = /^\(\?[imsU-]*./.exec(this.#text.slice(this.#at))?.[0] ?? this.#text.slice(this.#at);
      throw regexError('invalid or unsupported Perl syntax', shown);
    }
    const names: Readonly<Record<string, keyof Flags>> = { i: 'fold', m: 'multi', s: 'dotAll', U: 'ungreedy' };
    this.#flags = { ...this.#flags };
    for (const letter of match[1]!) this.#flags[names[letter]!] = true;
    for (const letter of match[3] ?? '') this.#flags[names[letter]!] = false;
    this.#at += match[0].length;
    return match[4] === ':';
  }

  #escape(): Tree {
    const letter = this.#text[this.#at + 1];
    if (letter === undefined) throw regexError('trailing backslash at end of expression', '');
    const asserted = ({ A: 'begin text', b: 'word boundary', B: 'no word boundary', z: 'end text' } as const)[letter];
    if (asserted) {
      this.#at += 2;
      return { type: 'assert', what: asserted };
    }
    const test = this.#escapedClass();
    if (test) return this.#rune(test);
    const rune = this.#escapedRune();
    return this.#rune((r) => r === rune);
  }

  /** `\d`, `\pL`, `\p{Greek}`; undefined for other escapes. */
  #escapedClass(): RuneTest | undefined {
    const letter = this.#text[this.#at + 1] ?? '';
    const perl = perlClass(letter);
    if (perl) {
      this.#at += 2;
      return perl;
    }
    if (letter !== 'p' && letter !== 'P') return undefined;
    const match = /^\\[pP](\{(\^?)([^}]*)\}|[^{])/.exec(this.#text.slice(this.#at));
    const test = match && unicodeClass(match[3] ?? match[1]!);
    if (!match || !test) throw regexError('invalid character class range', match?.[0] ?? this.#text.slice(this.#at));
    this.#at += match[0].length;
    return (letter === 'P') !== (match[2] === '^') ? not(test) : test;
  }

  #escapedRune(): number {
    const rest = this.#text.slice(this.#at);
    const hexadecimal = /^\\x(\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))/.exec(rest);
    const octal = /^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest);
    const number = hexadecimal
      ? Number.parseInt(hexadecimal[2] ?? hexadecimal[3]!, 16)
      : octal
        ? Number.parseInt(octal[1]!, 8)
        : -1;
    if (number >= 0 && number <= 0x10ffff) {
      this.#at += (hexadecimal ?? octal)![0].length;
      return number;
    }
    const { rune, width } = decodeRune(rest, 1);
    const named = ESCAPES[encodeRune(rune)];
    const punctuation = rune < 0x80 && !/[0-9A-Za-z]/.test(String.fromCharCode(rune));
    if (named === undefined && !punctuation) throw regexError('invalid escape sequence', rest.slice(0, 1 + width));
    this.#at += 1 + width;
    return named ?? rune;
  }

  #class(): RuneTest {
    const start = this.#at++;
    const negated = this.#text[this.#at] === '^';
    if (negated) this.#at++;
    const tests: RuneTest[] = [];
    for (let first = true; first || this.#text[this.#at] !== ']'; first = false) {
      if (this.#at >= this.#text.length) throw regexError('missing closing ]', this.#text.slice(start));
      tests.push(this.#classItem(start));
    }
    this.#at++;
    const any: RuneTest = (rune) => tests.some((test) => test(rune));
    const folded = this.#flags.fold ? foldCase(any) : any;
    return negated ? not(folded) : folded;
  }

  #classItem(start: number): RuneTest {
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(this.#text.slice(this.#at));
    if (posix) {
      const test = posixClass(posix[2]!);
      if (!test) throw regexError('invalid character class range', posix[0]);
      this.#at += posix[0].length;
      return posix[1] === '^' ? not(test) : test;
    }
    if (this.#text[this.#at] === '\\') {
      const test = this.#escapedClass();
      if (test) return test;
    }
    const from = this.#at;
    const low = this.#classRune(start);
    if (this.#text[this.#at] !== '-' || this.#text[this.#at + 1] === ']' || this.#at + 1 >= this.#text.length)
      return (rune) => rune === low;
    this.#at++;
    const high = this.#classRune(start);
    if (high < low) throw regexError('invalid character class range', this.#text.slice(from, this.#at));
    return (rune) => rune >= low && rune <= high;
  }

  #classRune(start: number): number {
    if (this.#at >= this.#text.length) throw regexError('missing closing ]', this.#text.slice(start));
    if (this.#text[this.#at] === '\\') {
      if (this.#at + 1 >= this.#text.length) throw regexError('trailing backslash at end of expression', '');
      return this.#escapedRune();
    }
    const { rune, width } = decodeRune(this.#text, this.#at);
    this.#at += width;
    return rune;
  }
}

/** @param pattern byte string; throws GoError with Go's text */
export const parseRegexp = (pattern: string): Syntax => {
  const parser = new Parser(pattern);
  const tree = parser.parse();
  return { tree, names: parser.names };
};
