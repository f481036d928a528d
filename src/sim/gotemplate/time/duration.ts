/** Go's `time.Duration`: nanoseconds as a bigint. */
import { GoError } from '../exec/errors.ts';
import { quote } from '../strconv/quote.ts';
import { HOUR, MINUTE, SECOND } from './civil.ts';

const trimmed = (number: bigint, unit: bigint): string => {
  const whole = number / unit;
  const rest = String(number % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
};

/** `Duration.String`: `1h0m5s`, `1.5s`, `250ms`. */
export const formatDuration = (nanoseconds: bigint): string => {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size < 1000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${trimmed(size, 1000n)}\xc2\xb5s`;
  if (size < SECOND) return `${sign}${trimmed(size, 1_000_000n)}ms`;
  const hours = size / HOUR;
  const minutes = (size / MINUTE) % 60n;
  const seconds = `${trimmed(size % MINUTE, SECOND)}s`;
  if (hours > 0n) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${sign}${minutes}m${seconds}` : sign + seconds;
};

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  '\xc2\xb5s': 1000n,
  '\xce\xbcs': 1000n,
  ms: 1_000_000n,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
};

/** `time.ParseDuration` of a byte string; throws GoError. */
export const parseDuration = (text: string): bigint => {
  const invalid = () => new GoError(`time: invalid duration ${quote(text)}`);
  const sign = text[0] === '-' ? -1n : 1n;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return 0n;
  if (rest === '') throw invalid();
  let total = 0n;
  while (rest !== '') {
    const match = /^([0-9]*)(?:\.([0-9]*))?/.exec(rest)!;
    const [whole = '', fraction = ''] = [match[1], match[2]];
    if (whole === '' && fraction === '') throw invalid();
    rest = rest.slice(match[0].length);
    const unit = /^[^.0-9]*/.exec(rest)![0];
    if (unit === '') throw new GoError(`time: missing unit in duration ${quote(text)}`);
    const size = UNITS[unit];
    if (size === undefined) throw new GoError(`time: unknown unit ${quote(unit)} in duration ${quote(text)}`);
    total +=
      BigInt(whole || '0') * size + (fraction === '' ? 0n : (BigInt(fraction) * size) / 10n ** BigInt(fraction.length));
    if (total >= 1n << 63n) throw invalid();
    rest = rest.slice(unit.length);
  }
  return sign * total;
};
