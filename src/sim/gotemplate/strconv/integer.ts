/** Go's `strconv.ParseInt`, `ParseUint`, `Atoi`. */
import { GoError } from '../exec/errors.ts';
import { quote } from './quote.ts';

export const numberError = (func: string, text: string, what: 'invalid syntax' | 'value out of range'): GoError =>
  new GoError(`strconv.${func}: parsing ${quote(text)}: ${what}`);

/** Underscores only between digits or after a base prefix, as in Go literals. */
export const underscoresOk = (text: string): boolean => {
  const body = text.replace(/^[+-]/, '');
  const prefix = /^0[bBoOxX]/.test(body);
  const digits = prefix ? `0${body.slice(2)}` : body;
  const hexadecimal = /^0[xX]/.test(body);
  const digit = hexadecimal ? /[0-9a-fA-F]/ : /[0-9]/;
  for (let i = 0; i < digits.length; i++) {
    if (digits[i] === '_' && !(digit.test(digits[i - 1] ?? '') && digit.test(digits[i + 1] ?? ''))) return false;
  }
  return true;
};

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };
const DIGIT = '0123456789abcdefghijklmnopqrstuvwxyz';

const digitsToBigint = (digits: string, base: number): bigint | undefined => {
  if (digits === '') return undefined;
  for (const char of digits.toLowerCase()) {
    const digit = DIGIT.indexOf(char);
    if (digit < 0 || digit >= base) return undefined;
  }
  if (base === 10) return BigInt(digits);
  let out = 0n;
  for (const char of digits.toLowerCase()) out = out * BigInt(base) + BigInt(DIGIT.indexOf(char));
  return out;
};

const magnitude = (text: string, base: number): bigint | undefined => {
  if (base !== 0) return digitsToBigint(text, base);
  if (text.includes('_') && !underscoresOk(text)) return undefined;
  const plain = text.replaceAll('_', '');
  if (plain[0] !== '0' || plain.length === 1) return digitsToBigint(plain, 10);
  const letter = plain[1]!.toLowerCase();
  const prefixed = BASES[letter];
  return prefixed === undefined ? digitsToBigint(plain.slice(1), 8) : digitsToBigint(plain.slice(2), prefixed);
};

/** `strconv.ParseUint(text, base, 64)`; throws GoError. @param func name in the error text */
export const parseUint = (text: string, base: number, func = 'ParseUint'): bigint => {
  const number = magnitude(text, base);
  if (number === undefined) throw numberError(func, text, 'invalid syntax');
  if (number >= 1n << 64n) throw numberError(func, text, 'value out of range');
  return number;
};

/** `strconv.ParseInt(text, base, 64)`; throws GoError. @param func name in the error text */
export const parseInt64 = (text: string, base: number, func = 'ParseInt'): bigint => {
  const negative = text[0] === '-';
  const number = magnitude(negative || text[0] === '+' ? text.slice(1) : text, base);
  if (number === undefined) throw numberError(func, text, 'invalid syntax');
  if (negative ? number > 1n << 63n : number >= 1n << 63n) throw numberError(func, text, 'value out of range');
  return negative ? -number : number;
};
