/** Go's `strconv.ParseFloat` and `FormatFloat` for 64 bits. */
import { numberError, underscoresOk } from './integer.ts';

const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)$/;

const parseHexadecimal = (text: string): number | undefined => {
  const match = HEXADECIMAL.exec(text);
  const digits = match ? `${match[2]}${match[3]}` : '';
  if (!match || digits === '') return undefined;
  const mantissa = Number(BigInt(`0x${digits}`));
  const result = mantissa * 2 ** (Number(match[4]) - 4 * match[3]!.length);
  return match[1] === '-' ? -result : result;
};

/** `strconv.ParseFloat(text, 64)`; throws GoError. */
export const parseFloat64 = (text: string): number => {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special) {
    if (special[2]!.toLowerCase() === 'nan') {
      if (special[1] === '') return Number.NaN;
      throw numberError('ParseFloat', text, 'invalid syntax');
    }
    return special[1] === '-' ? -Infinity : Infinity;
  }
  const plain = text.replaceAll('_', '');
  // Underscores are legal here only together with a base prefix (strconv/atof.go: readFloat).
  if (text.includes('_') && !(underscoresOk(text) && /^[+-]?0[xX]/.test(text))) {
    throw numberError('ParseFloat', text, 'invalid syntax');
  }
  const number = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(plain)
    ? Number(plain)
    : parseHexadecimal(plain);
  if (number === undefined) throw numberError('ParseFloat', text, 'invalid syntax');
  if (!Number.isFinite(number)) throw numberError('ParseFloat', text, 'value out of range');
  return number;
};

/** Decimal digits and the place of the point: 0.digits × 10^point. */
export interface Decimal {
  digits: string;
  point: number;
}

const trimmed = (digits: string, point: number): Decimal => {
  const lead = /^0*/.exec(digits)![0].length;
  const body = digits.slice(lead).replace(/0+$/, '');
  return body === '' ? { digits: '', point: 0 } : { digits: body, point: point - lead };
};

/** The shortest digits that read back as the same number. */
export const shortest = (magnitude: number): Decimal => {
  const [mantissa = '0', exponent = '0'] = String(magnitude).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return trimmed(whole + fraction, whole.length + Number(exponent));
};

/** A magnitude as an integer times a power of two. */
const binary = (magnitude: number): { mantissa: bigint; exponent: number } => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa, exponent: (biased === 0 ? 1 : biased) - 1075 };
};

/** All digits of the number's binary value. */
export const exact = (magnitude: number): Decimal => {
  if (magnitude === 0) return { digits: '', point: 0 };
  const { mantissa, exponent } = binary(magnitude);
  if (exponent >= 0) {
    const digits = String(mantissa << BigInt(exponent));
    return trimmed(digits, digits.length);
  }
  const digits = String(mantissa * 5n ** BigInt(-exponent));
  return trimmed(digits, digits.length + exponent);
};

/** Rounded to `count` digits, half to even on the exact value. */
export const roundDigits = (number: Decimal, count: number): Decimal => {
  if (count < 0) return { digits: '', point: 0 };
  if (count >= number.digits.length) return number;
  const kept = number.digits.slice(0, count);
  const rest = number.digits.slice(count);
  const odd = count > 0 && Number(kept.at(-1)) % 2 === 1;
  const up = rest[0]! > '5' || (rest[0] === '5' && (rest.length > 1 || odd));
  if (!up) return trimmed(kept, number.point);
  const raised = String(BigInt(`0${kept}`) + 1n).padStart(count, '0');
  return trimmed(raised, number.point + raised.length - count);
};

const scientific = (number: Decimal, precision: number, letter: string): string => {
  const digits = number.digits.padEnd(precision + 1, '0').slice(0, precision + 1);
  const exponent = number.digits === '' ? 0 : number.point - 1;
  const fraction = precision > 0 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction}${letter}${exponent < 0 ? '-' : '+'}${size}`;
};

const positional = (number: Decimal, precision: number): string => {
  const whole = number.point > 0 ? number.digits.slice(0, number.point).padEnd(number.point, '0') : '0';
  if (precision <= 0) return whole;
  const fraction = number.point >= 0 ? number.digits.slice(number.point) : '0'.repeat(-number.point) + number.digits;
  return `${whole}.${fraction.padEnd(precision, '0').slice(0, precision)}`;
};

/**
 * `strconv.FormatFloat(number, format, precision, 64)` for the formats e, E, f, g, G.
 * @param precision digits after the point (g: significant digits); -1 for the shortest exact form
 */
export const formatFloat = (number: number, format: string, precision: number): string => {
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? '+Inf' : '-Inf';
  const sign = number < 0 || Object.is(number, -0) ? '-' : '';
  const size = Math.abs(number);
  const short = precision < 0;
  if (format === 'e' || format === 'E') {
    const digits = short ? shortest(size) : roundDigits(exact(size), precision + 1);
    return sign + scientific(digits, short ? Math.max(digits.digits.length - 1, 0) : precision, format);
  }
  if (format === 'f') {
    const full = short ? shortest(size) : exact(size);
    const digits = short ? full : roundDigits(full, full.point + precision);
    return sign + positional(digits, short ? Math.max(digits.digits.length - digits.point, 0) : precision);
  }
  const wanted = precision === 0 ? 1 : precision;
  const digits = short ? shortest(size) : roundDigits(exact(size), wanted);
  let threshold = short ? 6 : wanted;
  if (!short && threshold > digits.digits.length && digits.digits.length >= digits.point)
    threshold = digits.digits.length;
  const exponent = digits.digits === '' ? -1 : digits.point - 1;
  if (exponent < -4 || exponent >= threshold) {
    return sign + scientific(digits, Math.max(digits.digits.length - 1, 0), format === 'G' ? 'E' : 'e');
  }
  return sign + positional(digits, Math.max(digits.digits.length - digits.point, 0));
};

/** The `x` format: a hexadecimal mantissa and a binary exponent, as short as exact. */
export const formatHexadecimal = (number: number): string => {
  if (!Number.isFinite(number)) return formatFloat(number, 'g', -1);
  const sign = number < 0 || Object.is(number, -0) ? '-' : '';
  const size = Math.abs(number);
  if (size === 0) return `${sign}0x0p+00`;
  let exponent = 0;
  let mantissa = size;
  for (; mantissa >= 2; exponent++) mantissa /= 2;
  for (; mantissa < 1; exponent--) mantissa *= 2;
  let digits = '';
  for (let rest = mantissa - 1; rest > 0; ) {
    rest *= 16;
    digits += Math.floor(rest).toString(16);
    rest -= Math.floor(rest);
  }
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${sign}0x1${digits === '' ? '' : `.${digits}`}p${exponent < 0 ? '-' : '+'}${power}`;
};

/** The `b` format: integer mantissa and binary exponent, `6755399441055744p-52`. */
export const formatBinary = (number: number): string => {
  if (!Number.isFinite(number)) return formatFloat(number, 'g', -1);
  const { mantissa, exponent } = binary(Math.abs(number));
  const sign = number < 0 || Object.is(number, -0) ? '-' : '';
  return `${sign}${mantissa}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
};
