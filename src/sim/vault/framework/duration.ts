/** Go durations as text. Source: Go: time/format.go (ParseDuration), time/time.go (Duration.String). */

import { goQuote } from '../../hcl/quote.ts';

/** Seconds, or the error text Go gives. */
export type ParsedDuration = { readonly seconds: number; readonly error?: undefined } | { readonly error: string };

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

const escaped = (byte: number): string => {
  const character = String.fromCharCode(byte);
  if (byte < 0x20 || byte >= 0x80) return `\\x${byte.toString(16).padStart(2, '0')}`;
  return character === '"' || character === '\\' ? `\\${character}` : character;
};

/** In quotes as package time prints it: every byte that is not plain ASCII as `\xc3`. */
const quote = (text: string): string => `"${[...new TextEncoder().encode(text)].map(escaped).join('')}"`;

/** `90s`, `1h30m`, `-1.5h`, `0` to seconds (fractions kept). @param text without surrounding blanks */
export const parseGoDuration = (text: string): ParsedDuration => {
  const invalid = { error: `time: invalid duration ${quote(text)}` };
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return { seconds: 0 };
  if (rest === '') return invalid;
  let total = 0;
  while (rest !== '') {
    const number = /^(\d*)(\.\d*)?/.exec(rest);
    const digits = number?.[0] ?? '';
    if (digits === '' || digits === '.') return invalid;
    rest = rest.slice(digits.length);
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    if (unit === '') return { error: `time: missing unit in duration ${quote(text)}` };
    const size = Object.hasOwn(NANOSECONDS, unit) ? NANOSECONDS[unit] : undefined;
    if (size === undefined) return { error: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
    rest = rest.slice(unit.length);
    total += Number(digits) * size;
    if (total > 2 ** 63) return invalid;
  }
  return { seconds: (negative ? -total : total) / 1e9 };
};

/** Vault's durations: whole seconds as number or text, Go durations, days (`30d`). (parseutil.ParseDurationSecond) */
export const parseVaultDuration = (value: unknown): ParsedDuration => {
  if (value === null || value === undefined || value === '') return { seconds: 0 };
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return { error: 'could not parse duration from input' };
  if (/^[+-]?\d+$/.test(text)) return { seconds: Number(text) };
  if (text.endsWith('d')) {
    const days = text.slice(0, -1);
    if (!/^[+-]?\d+$/.test(days)) return { error: `strconv.ParseInt: parsing ${goQuote(days)}: invalid syntax` };
    return { seconds: Number(days) * 86400 };
  }
  return parseGoDuration(text);
};

/** Whole or broken seconds as Go prints a Duration: `1h0m0s`, `1m30s`, `1.5s`, `0s`. */
export const formatGoDuration = (seconds: number): string => {
  const sign = seconds < 0 ? '-' : '';
  const rest = Math.abs(seconds);
  if (rest === 0) return '0s';
  if (rest < 1) {
    if (rest < 1e-6) return `${sign}${Math.round(rest * 1e9)}ns`;
    return rest < 1e-3 ? `${sign}${trim(rest * 1e6)}µs` : `${sign}${trim(rest * 1e3)}ms`;
  }
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const tail = `${trim(rest % 60)}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${tail}`;
  return minutes > 0 ? `${sign}${minutes}m${tail}` : sign + tail;
};

const trim = (value: number): string => String(Number(value.toFixed(9)));

/** The short form of warnings and the CLI: `1h0m0s` → `1h`, `1h30m0s` → `1h30m`. (vault: sdk/framework/lease.go) */
export const shortDuration = (seconds: number): string => {
  let text = formatGoDuration(seconds);
  if (text.endsWith('m0s')) text = text.slice(0, -2);
  if (text.endsWith('h0m')) text = text.slice(0, -2);
  return text.replace('h0m', 'h');
};
