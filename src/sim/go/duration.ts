/** Durations as Go reads and prints them: nanoseconds. Source: Go: time/format.go (ParseDuration), time/time.go (Duration.String). */
import { quoteTime } from './quote.ts';

/** Nanoseconds; both signs for micro are accepted. */
const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const LIMIT = 2n ** 63n;

const fractionOf = (digits: string, unit: bigint): bigint => {
  const kept = digits.slice(0, 18);
  return kept === '' ? 0n : BigInt(Math.trunc(Number(kept) * (Number(unit) / 10 ** kept.length)));
};

export type ReadDuration = { readonly nanoseconds: bigint } | { readonly error: string };

/** `90s`, `1h30m`, `-1s`, `0`; an error in the words of package time: `time: missing unit in duration "10"`. */
export const readDuration = (text: string): ReadDuration => {
  const bad = (what: string) => ({ error: `time: ${what} duration ${quoteTime(text)}` });
  let rest = text.replace(/^[+-]/, '');
  const negative = text.startsWith('-');
  if (rest === '0') return { nanoseconds: 0n };
  if (rest === '') return bad('invalid');
  let total = 0n;
  while (rest !== '') {
    const [whole = '', digits = '', , fraction = ''] = /^([0-9]*)(\.([0-9]*))?/.exec(rest) ?? [];
    if (digits === '' && fraction === '') return bad('invalid');
    if (BigInt(digits || '0') > LIMIT) return bad('invalid');
    rest = rest.slice(whole.length);
    const name = /^[^.0-9]*/.exec(rest)?.[0] ?? '';
    if (name === '') return bad('missing unit in');
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (unit === undefined) return bad(`unknown unit ${quoteTime(name)} in`);
    rest = rest.slice(name.length);
    const part = BigInt(digits || '0') * unit + fractionOf(fraction, unit);
    total += part;
    if (part > LIMIT || total > LIMIT) return bad('invalid');
  }
  if (!negative && total > LIMIT - 1n) return bad('invalid');
  return { nanoseconds: negative ? -total : total };
};

const [MICRO, MILLI, SECOND, MINUTE, HOUR] = [1000n, 1_000_000n, 1_000_000_000n, 60_000_000_000n, 3_600_000_000_000n];

/** A number of units with as many decimals as it needs. */
const inUnits = (size: bigint, unit: bigint): string => {
  const decimals = String(size % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return decimals === '' ? String(size / unit) : `${size / unit}.${decimals}`;
};

/** `1h0m5s`, `1.5s`, `250ms`, `0s`. */
export const printDuration = (nanoseconds: bigint): string => {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size < MICRO) return `${sign}${size}ns`;
  if (size < MILLI) return `${sign}${inUnits(size, MICRO)}µs`;
  if (size < SECOND) return `${sign}${inUnits(size, MILLI)}ms`;
  const hours = size / HOUR;
  const minutes = (size / MINUTE) % 60n;
  const seconds = `${inUnits(size % MINUTE, SECOND)}s`;
  if (hours > 0n) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${sign}${minutes}m${seconds}` : sign + seconds;
};

/** The same of a number of milliseconds, which may be broken. */
export const printMilliseconds = (milliseconds: number): string => {
  const nanoseconds = Math.round(milliseconds * 1_000_000);
  if (Number.isFinite(nanoseconds)) return printDuration(BigInt(nanoseconds));
  return printDuration(nanoseconds > 0 ? LIMIT - 1n : -LIMIT);
};
