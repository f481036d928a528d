const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
const SPACE = /^[\t\n\v\f\r\u0085\u00a0 \p{Z}]$/u;

const between = (character: number, first: string, last: string): boolean =>
  character >= first.charCodeAt(0) && character <= last.charCodeAt(0);

/** `0`-`9`. All of these take a code point; 0 stands for the end of the text. */
export const isDecimal = (character: number): boolean => between(character, '0', '9');

/** Letters of identifiers: ASCII letters, `_` and every Unicode letter. */
export const isLetter = (character: number): boolean =>
  between(character, 'a', 'z') ||
  between(character, 'A', 'Z') ||
  character === 0x5f ||
  (character >= 0x80 && LETTER.test(String.fromCodePoint(character)));

/** Digits of identifiers: also those of other scripts. */
export const isDigit = (character: number): boolean =>
  isDecimal(character) || (character >= 0x80 && DIGIT.test(String.fromCodePoint(character)));

/** What the scanner skips between tokens. */
export const isWhitespace = (character: number): boolean =>
  character === 0x20 || character === 0x09 || character === 0x0a || character === 0x0d;

/** What the choice between HCL and JSON skips: any Unicode space. */
export const isUnicodeSpace = (character: number): boolean => SPACE.test(String.fromCodePoint(character));

/** The value of a digit in any base up to 16; 16 for what is none. */
export const digitValue = (character: number): number => {
  if (isDecimal(character)) return character - 0x30;
  if (between(character, 'a', 'f')) return character - 0x61 + 10;
  if (between(character, 'A', 'F')) return character - 0x41 + 10;
  return 16;
};
