/** Go durations as scenario files have them. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of `90s`, `1h30m` or `0`; null when it is no duration. */
export const parseDuration = (text: string): number | null => {
  if (text === '0') return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return null;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(number) * (UNITS[unit ?? ''] ?? 0);
  return sum;
};

/** Milliseconds as a duration that reads well and loses nothing: `1m30s`, `1.824s`, `0s`. */
export const formatDuration = (milliseconds: number): string => {
  const [h, rest] = [Math.floor(milliseconds / 3_600_000), milliseconds % 3_600_000];
  const [m, ms] = [Math.floor(rest / 60_000), rest % 60_000];
  const s = Math.round(ms * 1000) / 1_000_000;
  const parts = [h > 0 ? `${h}h` : '', m > 0 ? `${m}m` : '', s > 0 || (h === 0 && m === 0) ? `${s}s` : ''];
  return parts.join('');
};
