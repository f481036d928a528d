/** How yaml.v2 writes one scalar: plain, quoted or literal, folded at column 80 (emitterc.go). */
import { decodeRune, isUtf8 } from '../text/utf8.ts';
import { encodeBase, STANDARD } from './base64.ts';
import { resolveScalar } from './yaml-scalar.ts';

const WIDTH = 80;

export interface Place {
  /** Column the scalar starts at. */
  column: number;
  /** Column of continuation lines. */
  indent: number;
  /** A mapping key on one line: no folding, no literal. */
  key: boolean;
}

const printable = (rune: number): boolean =>
  rune === 0x0a ||
  (rune >= 0x20 && rune <= 0x7e) ||
  (rune >= 0xa0 && rune < 0xd800) ||
  (rune >= 0xe000 && rune <= 0xffff && rune !== 0xfeff && rune !== 0xfffe && rune !== 0xffff);

const BASE60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const BREAK = /\r|\n|\xc2\x85|\xe2\x80[\xa8\xa9]/;

interface Allowed {
  plain: boolean;
  single: boolean;
  literal: boolean;
  multiline: boolean;
}

const analyse = (text: string): Allowed => {
  if (text === '') return { plain: true, single: true, literal: false, multiline: false };
  let special = false;
  for (let at = 0; at < text.length; ) {
    const { rune, width } = decodeRune(text, at);
    special ||= !printable(rune);
    at += width;
  }
  const indicators =
    /^(---|\.\.\.)/.test(text) ||
    /^[#,[\]{}&*!|>'"%@`]/.test(text) ||
    /^[?:-]([ \t]|$)/.test(text) ||
    /:([ \t]|$)/.test(text) ||
    /[ \t\n]#/.test(text);
  const multiline = BREAK.test(text);
  const edges = /^[ \n]|[ \n]$/.test(text);
  const breakSpace = /\n /.test(text);
  const spaceBreak = / \n/.test(text);
  return {
    plain: !(special || indicators || multiline || edges || breakSpace || spaceBreak),
    single: !(special || breakSpace || spaceBreak),
    literal: !(special || spaceBreak || text.endsWith(' ')),
    multiline,
  };
};

/** Breaks a long line at single spaces once the column is past the width. */
const fold = (text: string, place: Place, start: number, edge: (i: number) => boolean): string => {
  let out = '';
  let column = start;
  let spaces = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === ' ' && !place.key && !spaces && column > WIDTH && edge(i) && text[i + 1] !== ' ') {
      out += `\n${' '.repeat(place.indent)}`;
      column = place.indent;
    } else {
      out += char;
      if ((char.charCodeAt(0) & 0xc0) !== 0x80) column++;
    }
    spaces = char === ' ';
  }
  return out;
};

const NAMES: Readonly<Record<number, string>> = {
  0: '0',
  7: 'a',
  8: 'b',
  9: 't',
  10: 'n',
  11: 'v',
  12: 'f',
  13: 'r',
  27: 'e',
  34: '"',
  92: '\\',
  133: 'N',
  160: '_',
  8232: 'L',
  8233: 'P',
};

const escaped = (rune: number): string => {
  const name = NAMES[rune];
  if (name !== undefined) return `\\${name}`;
  const digits = rune.toString(16).toUpperCase();
  if (rune <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return rune <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
};

const doubleQuoted = (text: string, place: Place): string => {
  let out = '';
  let column = place.column + 1;
  let spaces = false;
  for (let at = 0; at < text.length; ) {
    const { rune, width } = decodeRune(text, at);
    const char = text.slice(at, at + width);
    if (!printable(rune) || rune === 0x22 || rune === 0x5c || BREAK.test(char)) {
      out += escaped(rune);
      column += escaped(rune).length;
      spaces = false;
    } else if (char === ' ' && !place.key && !spaces && column > WIDTH && at > 0 && at < text.length - 1) {
      out += `\n${' '.repeat(place.indent)}${text[at + 1] === ' ' ? '\\' : ''}`;
      column = place.indent;
      spaces = true;
    } else {
      out += char;
      column++;
      spaces = char === ' ';
    }
    at += width;
  }
  return `"${out}"`;
};

const literal = (text: string, place: Place): string => {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : ' '.repeat(place.indent) + line)).join('\n')}`;
};

/** A string as a YAML scalar. Byte strings in and out. */
export const yamlString = (given: string, place: Place): string => {
  const binary = !isUtf8(given);
  const text = binary ? encodeBase(given, STANDARD) : given;
  const lead = binary ? '!!binary ' : '';
  const allowed = analyse(text);
  const resolvesToText = binary || (resolveScalar(text).tag === '!!str' && !BASE60.test(text));
  if (text.includes('\n'))
    return lead + (allowed.literal && !place.key ? literal(text, place) : doubleQuoted(text, place));
  if (!resolvesToText) return lead + doubleQuoted(text, place);
  if (allowed.multiline && place.key) return lead + doubleQuoted(text, place);
  if (allowed.plain && !(text === '' && place.key)) return lead + fold(text, place, place.column, () => true);
  if (!allowed.single) return lead + doubleQuoted(text, place);
  const inner = fold(text, place, place.column + 1, (i) => i > 0 && i < text.length - 1);
  return `${lead}'${inner.replaceAll("'", "''")}'`;
};
