import { digitValue } from './characters.ts';
import { type Cursor, END } from './cursor.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const DOLLAR = 0x24;

function scanEscapeDigits(cursor: Cursor, first: number, base: number, count: number, json: boolean): void {
  let left = count;
  let current = first;
  while (left > 0 && digitValue(current) < base) {
    current = cursor.next();
    if (current === END && !json) break;
    left--;
  }
  if (left > 0) cursor.error('illegal char escape');
  if (json || (left !== count && current !== END)) cursor.unread();
}

function scanEscape(cursor: Cursor, json: boolean): void {
  const character = cursor.next();
  const letter = String.fromCodePoint(character);
  if ('abfnrtv\\"'.includes(letter)) return;
  if (letter >= '0' && letter <= '7') scanEscapeDigits(cursor, character, 8, 3, json);
  else if (letter === 'x') scanEscapeDigits(cursor, cursor.next(), 16, 2, json);
  else if (letter === 'u') scanEscapeDigits(cursor, cursor.next(), 16, 4, json);
  else if (letter === 'U') scanEscapeDigits(cursor, cursor.next(), 16, 8, json);
  else cursor.error('illegal char escape');
}

/**
 * A quoted string whose opening quote has been read. Inside `${…}` HCL lets quotes and line breaks pass; JSON does not.
 * (hcl v1: scanString, scanEscape of both scanners)
 */
export function scanString(cursor: Cursor, json: boolean): void {
  let braces = 0;
  for (;;) {
    const character = cursor.next();
    const outside = json || braces === 0;
    if ((character === NEWLINE && outside) || character === END) {
      cursor.error('literal not terminated');
      return;
    }
    if (character === QUOTE && outside) return;
    if (braces === 0 && character === DOLLAR && cursor.peek() === OPEN) {
      braces++;
      cursor.next();
    } else if (braces > 0 && character === OPEN) {
      braces++;
    }
    if (braces > 0 && character === CLOSE) braces--;
    if (character === BACKSLASH) scanEscape(cursor, json);
  }
}
