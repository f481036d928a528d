/** SQL cut into words. (PostgreSQL: 4.1, lexical structure) */
import { SqlError, syntaxError } from './error.ts';

export interface Word {
  readonly kind: 'name' | 'quoted name' | 'text' | 'number' | 'symbol';
  /** Names in lower case unless quoted; texts without quotes. */
  readonly value: string;
  /** As written. */
  readonly source: string;
}

const WORD =
  /\s+|--[^\n]*|(?<name>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|"(?<quoted>(?:[^"]|"")*)"|'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?)|(?<symbol>[^\s"'])/gy;

const UNTERMINATED: Readonly<Record<string, string>> = {
  '"': 'unterminated quoted identifier at or near',
  "'": 'unterminated quoted string at or near',
};

/** @throws SqlError 42601 for a quote that is not closed */
export const wordsOf = (sql: string): readonly Word[] => {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  let end = 0;
  for (let match = WORD.exec(sql); match; match = WORD.exec(sql)) {
    end = WORD.lastIndex;
    const source = match[0];
    const { name, quoted, text, number, symbol } = match.groups ?? {};
    if (name !== undefined) words.push({ kind: 'name', value: name.toLowerCase(), source });
    else if (quoted !== undefined) words.push({ kind: 'quoted name', value: quoted.replaceAll('""', '"'), source });
    else if (text !== undefined) words.push({ kind: 'text', value: text.replaceAll("''", "'"), source });
    else if (number !== undefined) words.push({ kind: 'number', value: number, source });
    else if (symbol !== undefined) words.push({ kind: 'symbol', value: symbol, source });
  }
  const rest = sql.slice(end);
  if (rest !== '')
    throw new SqlError('42601', `${UNTERMINATED[rest.charAt(0)] ?? 'syntax error at or near'} "${rest}"`);
  return words;
};

/** Reads words from left to right. */
export class Reader {
  readonly #words: readonly Word[];
  #at = 0;

  constructor(words: readonly Word[]) {
    this.#words = words;
  }

  get done(): boolean {
    return this.#at >= this.#words.length;
  }

  /** Whether the next words are these keywords; passes them if so. */
  take(...keywords: readonly string[]): boolean {
    const found = keywords.every((keyword, i) => {
      const word = this.#words[this.#at + i];
      return word !== undefined && word.kind !== 'text' && word.kind !== 'quoted name' && word.value === keyword;
    });
    if (found) this.#at += keywords.length;
    return found;
  }

  /** The next word's source, for errors and for the text of privileges; '' at the end. */
  get next(): string {
    return this.#words[this.#at]?.source ?? '';
  }

  /** @throws SqlError 42601 */
  expect(...keywords: readonly string[]): void {
    if (!this.take(...keywords)) throw syntaxError(this.next);
  }

  /** A name, quoted or not. @throws SqlError 42601 */
  name(): string {
    return this.#value('name', 'quoted name');
  }

  /** @throws SqlError 42601 */
  text(): string {
    return this.#value('text');
  }

  /** @throws SqlError 42601 */
  number(): string {
    return this.#value('number');
  }

  /** Names parted by commas. @throws SqlError 42601 */
  names(): readonly string[] {
    const names = [this.name()];
    while (this.take(',')) names.push(this.name());
    return names;
  }

  /** Sources of the words up to one of these keywords, joined by blanks. The keyword is not passed. */
  until(...keywords: readonly string[]): string {
    const from = this.#at;
    while (!this.done && !keywords.includes(this.#words[this.#at]?.value ?? '')) this.#at++;
    const words = this.#words.slice(from, this.#at).map((word) => word.source);
    return words
      .join(' ')
      .replaceAll(/ ([,.()]) ?/g, '$1')
      .replaceAll(',', ', ');
  }

  /** @throws SqlError 42601 when words are left */
  end(): void {
    this.take(';');
    if (!this.done) throw syntaxError(this.next);
  }

  #value(...kinds: readonly Word['kind'][]): string {
    const word = this.#words[this.#at];
    if (word === undefined || !kinds.includes(word.kind)) throw syntaxError(this.next);
    this.#at++;
    return word.value;
  }
}
