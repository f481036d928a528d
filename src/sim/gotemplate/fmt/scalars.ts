/** How Go's fmt writes numbers and strings under flags. Every function returns undefined for a verb it does not know. */
import { formatBinary, formatFloat, formatHexadecimal } from '../strconv/float.ts';
import { quote, quoteRune } from '../strconv/quote.ts';
import { hasControl } from '../text/ascii.ts';
import { isPrint } from '../text/unicode.ts';
import { decodeRune, encodeRune } from '../text/utf8.ts';
import { type Flags, pad } from './flags.ts';

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

const digitsOf = (number: bigint, base: number, flags: Flags, verb: string): string => {
  const negative = number < 0n;
  let digits = (negative ? -number : number).toString(base);
  if (verb === 'X') digits = digits.toUpperCase();
  if (flags.precision === 0 && number === 0n) return ' '.repeat(Math.max(flags.width, 0));
  let least = Math.max(flags.precision, 0);
  if (flags.precision < 0 && flags.zero && !flags.minus && flags.width >= 0) {
    least = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
  }
  digits = digits.padStart(least, '0');
  if (flags.sharp && base === 2) digits = `0b${digits}`;
  if (flags.sharp && base === 8 && digits[0] !== '0') digits = `0${digits}`;
  if (flags.sharp && base === 16) digits = `${verb === 'X' ? '0X' : '0x'}${digits}`;
  if (verb === 'O') digits = `0o${digits}`;
  const sign = negative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  return pad(sign + digits, { ...flags, zero: false });
};

const unicode = (number: bigint, flags: Flags): string => {
  let out = `U+${number.toString(16).toUpperCase().padStart(Math.max(flags.precision, 4), '0')}`;
  if (flags.sharp && number <= 0x10ffffn && isPrint(Number(number))) out += ` '${encodeRune(Number(number))}'`;
  return pad(out, { ...flags, zero: false });
};

/** An integer; `unsigned` prints as hexadecimal under `%#v`. */
export const formatInteger = (number: bigint, verb: string, flags: Flags, unsigned: boolean): string | undefined => {
  if (verb === 'v' && flags.sharpV && unsigned) return digitsOf(number, 16, { ...flags, sharp: true }, 'x');
  const base = BASES[verb];
  if (base !== undefined) return digitsOf(number, base, flags, verb);
  const asUnsigned = BigInt.asUintN(64, number);
  const rune = asUnsigned > 0x10ffffn ? 0xfffd : Number(asUnsigned);
  if (verb === 'c') return pad(encodeRune(rune), flags);
  if (verb === 'q') return pad(quoteRune(rune, flags.plus), flags);
  return verb === 'U' ? unicode(asUnsigned, flags) : undefined;
};

const withPoint = (body: string, precision: number, significant: boolean): string => {
  const [mantissa = '', exponent] = body.split(/(?=e[+-]|E[+-])/);
  let out = mantissa.includes('.') ? mantissa : `${mantissa}.`;
  if (significant) {
    const digits = mantissa.replace('.', '').replace(/^0+/, '').length + (mantissa === '0' ? 1 : 0);
    out += '0'.repeat(Math.max((precision < 0 ? 6 : precision) - digits, 0));
  }
  return out + (exponent ?? '');
};

const FLOAT_VERBS: Readonly<Record<string, { format: string; precision: number }>> = {
  v: { format: 'g', precision: -1 },
  g: { format: 'g', precision: -1 },
  G: { format: 'G', precision: -1 },
  f: { format: 'f', precision: 6 },
  F: { format: 'f', precision: 6 },
  e: { format: 'e', precision: 6 },
  E: { format: 'E', precision: 6 },
};

export const formatFloating = (number: number, verb: string, flags: Flags): string | undefined => {
  if (verb === 'b' || ((verb === 'x' || verb === 'X') && flags.precision < 0)) {
    const bare = verb === 'b' ? formatBinary(number) : formatHexadecimal(number);
    const text = bare.replace(/^(?=[^-])/, flags.plus ? '+' : flags.space ? ' ' : '');
    return pad(verb === 'X' ? text.toUpperCase() : text, flags);
  }
  const how = FLOAT_VERBS[verb];
  if (!how) return undefined;
  const precision = flags.precision >= 0 ? flags.precision : how.precision;
  const plain = formatFloat(number, how.format, precision);
  const negative = plain[0] === '-';
  const infinite = !Number.isFinite(number);
  let body = plain.replace(/^[+-]/, '');
  const sign = negative ? '-' : flags.plus || (plain[0] === '+' && flags.plus) ? '+' : flags.space ? ' ' : '';
  if (infinite) {
    const shown = Number.isNaN(number) || negative || sign !== '' ? sign : '+';
    return pad(shown + body, { ...flags, zero: false });
  }
  if (flags.sharp) body = withPoint(body, precision, how.format === 'g' || how.format === 'G');
  if (flags.zero && !flags.minus && flags.width >= 0) return sign + body.padStart(flags.width - sign.length, '0');
  return pad(sign + body, flags);
};

const truncate = (bytes: string, runes: number): string => {
  if (runes < 0) return bytes;
  let at = 0;
  for (let count = 0; count < runes && at < bytes.length; count++) at += decodeRune(bytes, at).width;
  return bytes.slice(0, at);
};

const hexadecimal = (bytes: string, flags: Flags, upper: boolean): string => {
  const shown = flags.precision >= 0 ? bytes.slice(0, flags.precision) : bytes;
  const prefix = flags.sharp ? (upper ? '0X' : '0x') : '';
  const pairs = Array.from(shown, (char) => {
    const pair = char.charCodeAt(0).toString(16).padStart(2, '0');
    return upper ? pair.toUpperCase() : pair;
  });
  const body = flags.space ? pairs.map((pair) => prefix + pair).join(' ') : prefix + pairs.join('');
  return pad(shown === '' ? '' : body, flags);
};

export const formatString = (bytes: string, verb: string, flags: Flags): string | undefined => {
  if ((verb === 'v' && flags.sharpV) || verb === 'q') {
    const shown = truncate(bytes, flags.precision);
    const raw = flags.sharp && !shown.includes('`') && !hasControl(shown, '\t');
    return pad(raw ? `\`${shown}\`` : quote(shown, flags.plus), flags);
  }
  if (verb === 'v' || verb === 's') return pad(truncate(bytes, flags.precision), flags);
  if (verb === 'x' || verb === 'X') return hexadecimal(bytes, flags, verb === 'X');
  return undefined;
};

export const formatComplex = (number: readonly [number, number], verb: string, flags: Flags): string | undefined => {
  const real = formatFloating(number[0], verb, flags);
  const imaginary = formatFloating(number[1], verb, { ...flags, plus: true });
  return real === undefined ? undefined : `(${real}${imaginary}i)`;
};
