/** Character classes: Perl's, POSIX's, Unicode's. */
import { lowerRune, upperRune } from '../text/unicode.ts';
import type { RuneTest } from './syntax.ts';

const among =
  (pattern: RegExp): RuneTest =>
  (rune) =>
    rune < 0x80 && pattern.test(String.fromCharCode(rune));
export const not =
  (test: RuneTest): RuneTest =>
  (rune) =>
    !test(rune);

export const isWord = among(/^\w$/);
const PERL: Readonly<Record<string, RuneTest>> = { d: among(/^[0-9]$/), w: isWord, s: among(/^[\t\n\f\r ]$/) };

/** `\d`, `\D` and so on; undefined for other letters. */
export const perlClass = (letter: string): RuneTest | undefined => {
  const test = PERL[letter.toLowerCase()];
  return test && (letter === letter.toLowerCase() ? test : not(test));
};

const POSIX: Readonly<Record<string, RuneTest>> = {
  alnum: among(/^[0-9A-Za-z]$/),
  alpha: among(/^[A-Za-z]$/),
  ascii: (rune) => rune < 0x80,
  blank: among(/^[\t ]$/),
  cntrl: (rune) => rune < 0x20 || rune === 0x7f,
  digit: among(/^[0-9]$/),
  graph: among(/^[!-~]$/),
  lower: among(/^[a-z]$/),
  print: among(/^[ -~]$/),
  punct: among(/^[!-/:-@[-`{-~]$/),
  space: among(/^[\t\n\v\f\r ]$/),
  upper: among(/^[A-Z]$/),
  word: isWord,
  xdigit: among(/^[0-9A-Fa-f]$/),
};
export const posixClass = (name: string): RuneTest | undefined => POSIX[name];

/** `\p{Greek}`, `\pL`; undefined for unknown names. */
export const unicodeClass = (name: string): RuneTest | undefined => {
  if (name === 'Any') return () => true;
  for (const property of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
    try {
      const pattern = new RegExp(`^${property}$`, 'u');
      return (rune) => pattern.test(String.fromCodePoint(rune));
    } catch {
      // Not a property of this kind: the next form is tried.
    }
  }
  return undefined;
};

/** The same test without regard to case. */
export const foldCase =
  (test: RuneTest): RuneTest =>
  (rune) =>
    test(rune) ||
    test(lowerRune(rune)) ||
    test(upperRune(rune)) ||
    (rune === 0x212a && test(0x6b)) ||
    (rune === 0x17f && test(0x73));
