/** Durations as Go's time.ParseDuration reads them and time.Duration prints them. Source: Go: time/time.go, time/format.go. */

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of `1h30m`, `90s`, `0`; or Go's words for what is wrong. */
export const parseGoDuration = (text: string): number | { readonly error: string } => {
  const quoted = JSON.stringify(text);
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return 0;
  if (rest === '') return { error: `time: invalid duration ${quoted}` };
  let sum = 0;
  while (rest !== '') {
    const m = /^(\d+\.?\d*|\.\d+)([^\d.]*)/.exec(rest);
    if (!m) return { error: `time: invalid duration ${quoted}` };
    const [whole, number = '', unit = ''] = m;
    if (unit === '') return { error: `time: missing unit in duration ${quoted}` };
    const factor = UNITS[unit];
    if (factor === undefined) return { error: `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}` };
    sum += Number(number) * factor;
    rest = rest.slice(whole.length);
  }
  return sign * sum;
};

const seconds = (milliseconds: number): string => {
  const text = (milliseconds / 1000).toFixed(9).replace(/0+$/, '');
  return text.endsWith('.') ? text.slice(0, -1) : text;
};

/** `1m30.5s`, `250ms`, `0s`. @param milliseconds not below zero */
export const goDuration = (milliseconds: number): string => {
  if (milliseconds === 0) return '0s';
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(6))}ms`;
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
  const rest = `${seconds(milliseconds % 60_000)}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
};
