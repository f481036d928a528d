import { digitValue, isDecimal } from './characters.ts';
import { type Cursor, END } from './cursor.ts';
import type { TokenType } from './token.ts';

const ZERO = 0x30;
const DOT = 0x2e;
const isExponent = (character: number): boolean => character === 0x65 || character === 0x45;

/** Decimal digits from `character` on; gives the first character after them, which stays unread. */
export function scanDigits(cursor: Cursor, character: number): number {
  let scanned = false;
  let current = character;
  while (isDecimal(current)) {
    current = cursor.next();
    scanned = true;
  }
  if (scanned && current !== END) cursor.unread();
  return current;
}

/** `e+10` from the `e` on. */
export function scanExponent(cursor: Cursor, character: number): number {
  if (!isExponent(character)) return character;
  let current = cursor.next();
  if (current === 0x2d || current === 0x2b) current = cursor.next();
  return scanDigits(cursor, current);
}

function scanFraction(cursor: Cursor, character: number): TokenType {
  const after = character === DOT ? scanDigits(cursor, cursor.peek()) : character;
  if (isExponent(after)) scanExponent(cursor, cursor.next());
  return 'FLOAT';
}

function scanHexadecimal(cursor: Cursor): TokenType {
  let current = cursor.next();
  let found = false;
  while (digitValue(current) < 16) {
    current = cursor.next();
    found = true;
  }
  if (!found) cursor.error('illegal hexadecimal number');
  if (current !== END) cursor.unread();
  return 'NUMBER';
}

function scanFromZero(cursor: Cursor): TokenType {
  let current = cursor.next();
  if (current === 0x78 || current === 0x58) return scanHexadecimal(cursor);
  let illegalOctal = false;
  while (isDecimal(current)) {
    current = cursor.next();
    if (current === 0x38 || current === 0x39) illegalOctal = true;
  }
  if (isExponent(current)) {
    scanExponent(cursor, current);
    return 'FLOAT';
  }
  if (current === DOT) return scanFraction(cursor, current);
  if (illegalOctal) cursor.error('illegal octal number');
  if (current !== END) cursor.unread();
  return 'NUMBER';
}

/** A number whose first digit has been read: decimal, octal, hexadecimal, fraction or exponent. Odd corners are the real scanner's. */
export function scanNumber(cursor: Cursor, first: number): TokenType {
  return first === ZERO ? scanFromZero(cursor) : scanDecimal(cursor, first);
}

/** A number without octal and hexadecimal forms, as JSON has it. */
export function scanDecimal(cursor: Cursor, first: number): TokenType {
  scanDigits(cursor, first);
  const current = cursor.next();
  if (isExponent(current)) {
    scanExponent(cursor, current);
    return 'FLOAT';
  }
  if (current === DOT) return scanFraction(cursor, current);
  if (current !== END) cursor.unread();
  return 'NUMBER';
}
