import { quoteTime } from './quote.ts';
import { Refusal } from './refusal.ts';

/** Nanoseconds. go: time/format.go `unitMap`; both signs for micro are accepted. */
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

/**
 * Checks a Go duration (`90s`, `1h30m`, `-1s`).
 * @returns nanoseconds
 * @throws Refusal `time: missing unit in duration "10"` and its like
 */
export const parseDuration = (text: string): bigint => {
  const bad = (what: string): Refusal => new Refusal(`time: ${what} duration ${quoteTime(text)}`);
  let rest = text.replace(/^[+-]/, '');
  const negative = text.startsWith('-');
  if (rest === '0') return 0n;
  if (rest === '') throw bad('invalid');
  let total = 0n;
  while (rest !== '') {
    const [whole = '', digits = '', , fraction = ''] = /^([0-9]*)(\.([0-9]*))?/.exec(rest) ?? [];
    if (digits === '' && fraction === '') throw bad('invalid');
    if (BigInt(digits || '0') > LIMIT) throw bad('invalid');
    rest = rest.slice(whole.length);
    const name = /^[^.0-9]*/.exec(rest)?.[0] ?? '';
    if (name === '') throw bad('missing unit in');
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (unit === undefined) throw bad(`unknown unit ${quoteTime(name)} in`);
    rest = rest.slice(name.length);
    const part = BigInt(digits || '0') * unit + fractionOf(fraction, unit);
    total += part;
    if (part > LIMIT || total > LIMIT) throw bad('invalid');
  }
  if (!negative && total > LIMIT - 1n) throw bad('invalid');
  return negative ? -total : total;
};
