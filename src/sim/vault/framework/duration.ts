/** Durations as Vault reads and prints them: Go's, in seconds, and its own additions. */
import { printMilliseconds, readDuration } from '../../go/duration.ts';
import { quote } from '../../go/quote.ts';

/** Seconds, or the error text Go gives. */
export type ParsedDuration = { readonly seconds: number; readonly error?: undefined } | { readonly error: string };

/** `90s`, `1h30m`, `-1.5h`, `0` to seconds (fractions kept). @param text without surrounding blanks */
export const parseGoDuration = (text: string): ParsedDuration => {
  const read = readDuration(text);
  return 'error' in read ? read : { seconds: Number(read.nanoseconds) / 1e9 };
};

/** Vault's durations: whole seconds as number or text, Go durations, days (`30d`). (parseutil.ParseDurationSecond) */
export const parseVaultDuration = (value: unknown): ParsedDuration => {
  if (value === null || value === undefined || value === '') return { seconds: 0 };
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return { error: 'could not parse duration from input' };
  if (/^[+-]?\d+$/.test(text)) return { seconds: Number(text) };
  if (text.endsWith('d')) {
    const days = text.slice(0, -1);
    if (!/^[+-]?\d+$/.test(days)) return { error: `strconv.ParseInt: parsing ${quote(days)}: invalid syntax` };
    return { seconds: Number(days) * 86400 };
  }
  return parseGoDuration(text);
};

/** Whole or broken seconds as Go prints a Duration: `1h0m0s`, `1m30s`, `1.5s`, `0s`. */
export const formatGoDuration = (seconds: number): string => printMilliseconds(seconds * 1000);

/** The short form of warnings and the CLI: `1h0m0s` → `1h`, `1h30m0s` → `1h30m`. (vault: sdk/framework/lease.go) */
export const shortDuration = (seconds: number): string => {
  let text = formatGoDuration(seconds);
  if (text.endsWith('m0s')) text = text.slice(0, -2);
  if (text.endsWith('h0m')) text = text.slice(0, -2);
  return text.replace('h0m', 'h');
};
