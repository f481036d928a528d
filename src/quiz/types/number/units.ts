/** Units that can be turned into each other, with how many of the smallest one each is. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 },
  { B: 1, Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3 },
];

const NAMES: Readonly<Record<string, string>> = {
  millisecond: 'ms',
  sec: 's',
  second: 's',
  min: 'm',
  minute: 'm',
  hr: 'h',
  hour: 'h',
  day: 'd',
  byte: 'B',
  kib: 'Ki',
  mib: 'Mi',
  gib: 'Gi',
};

const symbolOf = (unit: string): string => {
  const plain = unit.toLowerCase();
  return NAMES[plain] ?? NAMES[plain.replace(/s$/, '')] ?? unit;
};

const factor = (unit: string): { readonly family: number; readonly times: number } | null => {
  const symbol = symbolOf(unit);
  const family = FAMILIES.findIndex((units) => Object.hasOwn(units, symbol));
  return family < 0 ? null : { family, times: FAMILIES[family]![symbol]! };
};

const singular = (unit: string): string => unit.toLowerCase().replace(/s$/, '');

/** How many `to` one `from` is; null where they measure different things. */
export const ratio = (from: string, to: string): number | null => {
  const [a, b] = [factor(from), factor(to)];
  if (a !== null && b !== null) return a.family === b.family ? a.times / b.times : null;
  return singular(from) === singular(to) ? 1 : null;
};

/** A number with the unit that was written behind it. */
export interface Quantity {
  readonly number: number;
  readonly unit: string | null;
}

const ONE = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([A-Za-z%µ][A-Za-z %µ/-]*)?$/;
const GO_DURATION = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;

/** Reads `600`, `10 minutes`, `1,000 logins` or a Go duration such as `1h30m`; null when it is none of them. */
export const parseQuantity = (text: string): Quantity | null => {
  const plain = text.normalize('NFKC').trim();
  const one = ONE.exec(plain);
  if (one !== null) return { number: Number(one[1]!.replaceAll(',', '')), unit: one[2]?.trim() ?? null };
  if (!GO_DURATION.test(plain)) return null;
  let seconds = 0;
  for (const [, number, unit] of plain.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g))
    seconds += Number(number) * ratio(unit!, 's')!;
  return { number: seconds, unit: 's' };
};

/** Units a learner may use instead of this one, for people. */
export const alternatives = (unit: string): string => {
  const known = factor(unit);
  if (known === null) return unit;
  return known.family === 0 ? 'seconds, minutes or hours, also as `10m` or `1h30m`' : 'Ki, Mi or Gi';
};
