/** Exact decimal arithmetic of Sprig's float functions (shopspring/decimal): coefficient × 10^exponent. */
import { GoError } from '../../exec/errors.ts';
import { shortest } from '../../strconv/float.ts';

export interface Exact {
  coefficient: bigint;
  exponent: number;
}

const DIVISION_DIGITS = 16;

/** The number its shortest decimal form names; NaN and infinities panic. */
export const exactly = (number: number): Exact => {
  if (!Number.isFinite(number))
    throw new GoError(`Cannot create a Decimal from ${Number.isNaN(number) ? 'NaN' : number > 0 ? '+Inf' : '-Inf'}`);
  const { digits, point } = shortest(Math.abs(number));
  const size = BigInt(digits === '' ? '0' : digits);
  return { coefficient: number < 0 ? -size : size, exponent: digits === '' ? 0 : point - digits.length };
};

const scaled = (number: Exact, exponent: number): bigint =>
  number.coefficient * 10n ** BigInt(number.exponent - exponent);

export const plus = (a: Exact, b: Exact): Exact => {
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: scaled(a, exponent) + scaled(b, exponent), exponent };
};

export const minus = (a: Exact, b: Exact): Exact => plus(a, { ...b, coefficient: -b.coefficient });

export const times = (a: Exact, b: Exact): Exact => ({
  coefficient: a.coefficient * b.coefficient,
  exponent: a.exponent + b.exponent,
});

/** To 16 digits after the point, half away from zero. */
export const over = (a: Exact, b: Exact): Exact => {
  if (b.coefficient === 0n) throw new GoError('decimal division by 0');
  const shift = a.exponent - b.exponent + DIVISION_DIGITS;
  const top = shift >= 0 ? a.coefficient * 10n ** BigInt(shift) : a.coefficient;
  const bottom = shift >= 0 ? b.coefficient : b.coefficient * 10n ** BigInt(-shift);
  const size = (n: bigint) => (n < 0n ? -n : n);
  const rounded = (2n * size(top) + size(bottom)) / (2n * size(bottom));
  return { coefficient: top < 0n === bottom < 0n ? rounded : -rounded, exponent: -DIVISION_DIGITS };
};

export const toNumber = (number: Exact): number => Number(`${number.coefficient}e${number.exponent}`);
