/**
 * Resource quantities (`500m`, `128Mi`, `1e3`) as Kubernetes reads and prints them.
 * k8s.io/apimachinery: pkg/api/resource/{quantity,suffix,amount}.go
 */

const SUFFIX = "unable to parse quantity's suffix";
const WRONG = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const MAX = 2n ** 63n - 1n;
/** Digits that an int64 surely holds. */
const SURE_DIGITS = 18;

interface Suffix {
  readonly format: 'decimal' | 'exponent' | 'binary';
  readonly exponent: number;
}

const suffixOf = (suffix: string): Suffix | undefined => {
  if (Object.hasOwn(DECIMAL, suffix)) return { format: 'decimal', exponent: DECIMAL[suffix] ?? 0 };
  if (Object.hasOwn(BINARY, suffix)) return { format: 'binary', exponent: BINARY[suffix] ?? 0 };
  if (/^[eE][+-]?[0-9]+$/.test(suffix)) return { format: 'exponent', exponent: Number(suffix.slice(1)) | 0 };
  return undefined;
};

/** mantissa × 10^scale */
export interface Quantity {
  readonly mantissa: bigint;
  readonly scale: number;
}

/** At least a billionth: smaller amounts are rounded away from zero. */
const atLeastNano = ({ mantissa, scale }: Quantity): Quantity => {
  const drop = -9 - scale;
  if (drop <= 0 || mantissa === 0n) return { mantissa, scale };
  if (drop > mantissa.toString().length) return { mantissa: mantissa < 0n ? -1n : 1n, scale: -9 };
  const unit = 10n ** BigInt(drop);
  const size = mantissa < 0n ? -mantissa : mantissa;
  const rounded = (size + unit - 1n) / unit;
  return { mantissa: mantissa < 0n ? -rounded : rounded, scale: -9 };
};

const withoutFactors = (value: bigint, factor: bigint): { rest: bigint; times: number } => {
  let rest = value;
  let times = 0;
  while (rest !== 0n && rest % factor === 0n) {
    rest /= factor;
    times++;
  }
  return { rest, times };
};

const suffixFor = (exponent: number, table: Readonly<Record<string, number>>): string =>
  Object.keys(table).find((suffix) => table[suffix] === exponent) ?? '';

const decimalText = (amount: Quantity, exponential: boolean): string => {
  const { rest, times } = withoutFactors(amount.mantissa, 10n);
  const exponent = amount.scale + times;
  const shift = ((exponent % 3) + 3) % 3;
  const number = (rest * 10n ** BigInt(shift)).toString();
  const left = exponent - shift;
  if (exponential) return left === 0 ? number : `${number}e${left}`;
  return number + suffixFor(left, DECIMAL);
};

/** The integer an amount is, or undefined where it has a fraction. */
const wholeOf = ({ mantissa, scale }: Quantity): bigint | undefined => {
  if (scale >= 0) return mantissa * 10n ** BigInt(scale);
  const unit = 10n ** BigInt(-scale);
  return mantissa % unit === 0n ? mantissa / unit : undefined;
};

const binaryText = (amount: Quantity): string => {
  const whole = wholeOf(amount);
  if (whole === undefined || (whole < 1024n && whole > -1024n)) return decimalText(amount, false);
  const { rest, times } = withoutFactors(whole, 1024n);
  return rest.toString() + suffixFor(times * 10, BINARY);
};

/** A quantity taken apart. */
interface Read {
  readonly sign: bigint;
  /** Digits before the point without zeros at the front, and all digits. */
  readonly whole: string;
  readonly shifted: string;
  readonly fraction: string;
  readonly suffix: Suffix;
}

const read = (text: string): Read | { readonly error: string } => {
  const found = text === '' ? null : /^([+-]?)(0*)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[+-]?[0-9]*)$/.exec(text);
  if (!found) return { error: WRONG };
  const [, sign = '', , digits = '', fraction = '', tail = ''] = found;
  const suffix = suffixOf(tail);
  if (!suffix) return { error: SUFFIX };
  const whole = digits === '' ? '0' : digits;
  return { sign: sign === '-' ? -1n : 1n, whole, shifted: whole + fraction, fraction, suffix };
};

/**
 * A quantity in the form Kubernetes stores it: `0.5` → `500m`, `1024Mi` → `1Gi`; what is canonical already stays as typed.
 * @returns the text, or an error in Kubernetes' own words
 */
export const canonical = (text: string): { readonly text: string } | { readonly error: string } => {
  const parts = read(text);
  if ('error' in parts) return parts;
  const { sign, whole, shifted, fraction, suffix } = parts;
  const { format, exponent } = suffix;
  const size = BigInt(shifted);
  const scale = (format === 'binary' ? 0 : exponent) - fraction.length;
  const digitsLeft =
    format === 'binary'
      ? fraction === ''
        ? 15 - whole.length - Math.trunc((exponent * 3) / 10) - 1
        : -1
      : SURE_DIGITS - shifted.length;
  const plain = digitsLeft >= 0 && scale >= -9;
  const kept =
    format === 'binary' ? (size & 7n) !== 0n : scale % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
  if (plain && kept) return { text };
  if (size === 0n) return { text: '0' };
  const mantissa = size * (format === 'binary' ? 2n ** BigInt(exponent) : 1n) * sign;
  const amount = plain ? { mantissa, scale } : atLeastNano({ mantissa, scale });
  if (format !== 'binary') return { text: decimalText(amount, format === 'exponent') };
  const value = wholeOf(amount);
  if (!plain && value !== undefined && (value > MAX || value < -MAX))
    return { text: binaryText({ mantissa: value < 0n ? -MAX : MAX, scale: 0 }) };
  return { text: binaryText(amount) };
};

/** The amount that a text means; nothing for what is no quantity. */
export const quantityOf = (text: string): Quantity => {
  const parts = read(text);
  if ('error' in parts) return { mantissa: 0n, scale: 0 };
  const { sign, shifted, fraction, suffix } = parts;
  const size = BigInt(shifted) * sign;
  return suffix.format === 'binary'
    ? { mantissa: size * 2n ** BigInt(suffix.exponent), scale: -fraction.length }
    : { mantissa: size, scale: suffix.exponent - fraction.length };
};

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export const compareQuantities = (a: Quantity, b: Quantity): number => {
  const low = Math.min(a.scale, b.scale);
  const x = a.mantissa * 10n ** BigInt(a.scale - low);
  const y = b.mantissa * 10n ** BigInt(b.scale - low);
  return x < y ? -1 : x > y ? 1 : 0;
};
