/** Go's readers of single values, with Go's error texts (strconv, and HashiCorp's parseutil and mapstructure on top). */
import { quote } from '../../go/quote.ts';
import { Refusal } from './refusal.ts';

const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

const failed = (function_: string, text: string, why: string): Refusal =>
  new Refusal(`strconv.${function_}: parsing ${quote(text)}: ${why}`);

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/**
 * A boolean as `parseutil.ParseBool` reads it: the empty string is false.
 * @throws Refusal `cannot parse '' as bool: …`; the empty quotes are mapstructure's, which knows no field name here
 */
export const parseBool = (text: string): boolean => {
  if (TRUE.has(text)) return true;
  if (FALSE.has(text) || text === '') return false;
  throw new Refusal(`cannot parse '' as bool: ${failed('ParseBool', text, 'invalid syntax').message}`);
};

/** A number where it is exact, else a bigint. */
export type Integer = number | bigint;
const integer = (value: bigint): Integer =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;

/** A signed 64-bit integer in base ten as `parseutil.ParseInt` reads it: the empty string is 0. @throws Refusal */
export const parseInt64 = (text: string): Integer => {
  if (text === '') return 0;
  if (!/^[+-]?[0-9]+$/.test(text)) throw failed('ParseInt', text, 'invalid syntax');
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  if (value > MAX_INT64 || value < -MAX_INT64 - 1n) throw failed('ParseInt', text, 'value out of range');
  return integer(value);
};

/** An unsigned 64-bit integer as `strconv.ParseUint` reads it: no sign, not empty. @throws Refusal */
export const parseUint64 = (text: string): Integer => {
  if (!/^[0-9]+$/.test(text)) throw failed('ParseUint', text, 'invalid syntax');
  const value = BigInt(text);
  if (value > MAX_UINT64) throw failed('ParseUint', text, 'value out of range');
  return integer(value);
};

/** An index as `strconv.Atoi` reads it. @throws Refusal */
export const parseIndex = (text: string): number => {
  if (!/^[+-]?[0-9]+$/.test(text)) throw failed('Atoi', text, 'invalid syntax');
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw failed('Atoi', text, 'value out of range');
  return value;
};

const DECIMAL = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?[0-9]+)$/;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/** Go lets underscores stand between digits, and after the prefix of a hexadecimal number. */
const withoutUnderscores = (text: string): string =>
  text.replace(/^([+-]?0[xX])_(?=[0-9a-fA-F])/, '$1').replace(/(?<=[0-9a-fA-F])_(?=[0-9a-fA-F])/g, '');

const hexadecimal = (text: string): number | undefined => {
  const [, sign, whole = '', fraction = '', exponent] = HEXADECIMAL.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  let mantissa = 0;
  for (const digit of whole + fraction) mantissa = mantissa * 16 + Number.parseInt(digit, 16);
  const value = mantissa * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -value : value;
};

/** A float as `strconv.ParseFloat` reads it, `inf`, `nan` and hexadecimal forms included. @throws Refusal */
export const parseFloat64 = (text: string): number => {
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  const plain = withoutUnderscores(text);
  const value = DECIMAL.test(plain) ? Number(plain) : hexadecimal(plain);
  if (value === undefined) throw failed('ParseFloat', text, 'invalid syntax');
  if (!Number.isFinite(value)) throw failed('ParseFloat', text, 'value out of range');
  return value;
};
