/** Quantities (`250m`, `64Mi`) as apimachinery's `pkg/api/resource` reads, compares and writes them. */

/** A number as `mantissa × 10^exponent`. */
interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** An amount and the form it was written in. */
export interface Quantity extends Decimal {
  readonly format: 'DecimalSI' | 'BinarySI' | 'DecimalExponent';
}

const FORMAT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const SUFFIX = "unable to parse quantity's suffix";
const NUMERIC = 'unable to parse numeric part of quantity';

const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };
const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Read a quantity; the error is the text of the real parser. */
export const parseQuantity = (text: string): { readonly quantity: Quantity } | { readonly error: string } => {
  if (text === '') return { error: FORMAT };
  const m = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*)([-+]?\d*)$/.exec(text);
  if (!m) return { error: FORMAT };
  const [, sign = '', whole = '', fraction = '', letters = '', power = ''] = m;
  if (whole === '' && fraction === '') return { error: NUMERIC };
  const digits = BigInt(`${whole}${fraction}` || '0') * (sign === '-' ? -1n : 1n);
  const scale = -fraction.length;
  if ((letters === 'e' || letters === 'E') && power !== '') {
    return { quantity: { mantissa: digits, exponent: scale + Number(power), format: 'DecimalExponent' } };
  }
  if (power !== '') return { error: SUFFIX };
  const binary = BINARY[letters];
  if (binary !== undefined)
    return { quantity: { mantissa: digits * 1024n ** BigInt(binary), exponent: scale, format: 'BinarySI' } };
  const decimal = DECIMAL[letters];
  if (decimal === undefined) return { error: SUFFIX };
  return { quantity: { mantissa: digits, exponent: scale + decimal, format: 'DecimalSI' } };
};

const aligned = (a: Decimal, b: Decimal): [bigint, bigint] => {
  const low = Math.min(a.exponent, b.exponent);
  return [a.mantissa * 10n ** BigInt(a.exponent - low), b.mantissa * 10n ** BigInt(b.exponent - low)];
};

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export const compareQuantities = (a: Quantity, b: Quantity): number => {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The canonical text: `0.5` → `500m`, `1024Mi` → `1Gi`. What is finer than a nano is rounded up. */
export const formatQuantity = (quantity: Quantity): string => {
  let { mantissa, exponent, format } = quantity;
  if (mantissa === 0n) return '0';
  if (exponent < -9) {
    const cut = 10n ** BigInt(-9 - exponent);
    mantissa = mantissa / cut + (mantissa % cut > 0n ? 1n : 0n);
    exponent = -9;
  }
  if (format === 'BinarySI') {
    const one = exponent < 0 ? 10n ** BigInt(-exponent) : 1n;
    const value = exponent > 0 ? mantissa * 10n ** BigInt(exponent) : mantissa;
    const small = value < 1024n * one && value > -1024n * one;
    if (!small && value % one === 0n) {
      let n = value / one;
      let step = 0;
      while (n % 1024n === 0n && step < 6) {
        n /= 1024n;
        step++;
      }
      return `${n}${BINARY_SUFFIXES[step] ?? ''}`;
    }
    format = 'DecimalSI';
  }
  while (mantissa % 10n === 0n) {
    mantissa /= 10n;
    exponent++;
  }
  const shift = ((exponent % 3) + 3) % 3;
  mantissa *= 10n ** BigInt(shift);
  exponent -= shift;
  if (format === 'DecimalExponent') return exponent === 0 ? `${mantissa}` : `${mantissa}e${exponent}`;
  while (exponent > 18) {
    mantissa *= 10n;
    exponent--;
  }
  return `${mantissa}${DECIMAL_SUFFIXES[exponent / 3 + 3] ?? ''}`;
};

/** A quantity's canonical text, or the text itself where it is none. */
export const canonicalQuantity = (text: string): string => {
  const parsed = parseQuantity(text);
  return 'error' in parsed ? text : formatQuantity(parsed.quantity);
};

/** The quantity of a text that is known to be one; zero otherwise. */
export const quantityOf = (text: string): Quantity => {
  const parsed = parseQuantity(text);
  return 'error' in parsed ? { mantissa: 0n, exponent: 0, format: 'DecimalSI' } : parsed.quantity;
};
