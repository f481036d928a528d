import type { Exchange, Moment, Observations } from '../content-check/play.ts';

/** Rows beyond which repetitions of a run are told instead of drawn. */
const LONG = 24;

/** How often something happened again with the same outcome, and when for the last time. */
export interface Again {
  readonly times: number;
  readonly last: number;
}

export interface Abridged extends Pick<Observations, 'parties' | 'exchanges' | 'moments'> {
  /** By id of the exchange that stands for its repetitions. */
  readonly again: ReadonlyMap<number, Again>;
}

const outcomeOf = (exchange: Exchange, inside: readonly Exchange[]): string =>
  [exchange.status, exchange.reason, ...inside.map((child) => `${child.request} ${child.status} ${child.reason}`)].join(
    '\n',
  );

/** A log line without what differs between repetitions: numbers and ids. */
const shape = (text: string): string => text.replace(/\d+/g, '0');

const shownMoments = (moments: readonly Moment[], long: boolean): readonly Moment[] => {
  const last = new Map<string, string>();
  return moments.flatMap((moment) => {
    if (moment.kind !== 'log') return [moment];
    if (!moment.trouble) return [];
    const text = moment.text.split('\n')[0]!;
    const repeated = long && last.get(moment.party) === shape(text);
    last.set(moment.party, shape(text));
    return repeated ? [] : [{ ...moment, text }];
  });
};

/**
 * A run as a page draws it: of log lines only those that tell of trouble, and in a long run each exchange once for as
 * long as its outcome stays the same. Lanes of parties that say nothing are left out.
 */
export const abridge = ({
  parties,
  exchanges,
  moments,
}: Pick<Observations, 'parties' | 'exchanges' | 'moments'>): Abridged => {
  const inside = new Map<number, Exchange[]>();
  for (const exchange of exchanges) {
    if (exchange.within !== null) inside.set(exchange.within, [...(inside.get(exchange.within) ?? []), exchange]);
  }
  const known = new Set(exchanges.map((exchange) => exchange.id));
  const long = exchanges.length + moments.filter((moment) => moment.kind !== 'log').length > LONG;
  const again = new Map<number, Again>();
  const latest = new Map<string, { readonly id: number; readonly outcome: string }>();
  const kept: Exchange[] = [];
  const keep = (exchange: Exchange): void => {
    kept.push(exchange);
    for (const child of inside.get(exchange.id) ?? []) keep(child);
  };
  for (const exchange of exchanges) {
    if (exchange.within !== null && known.has(exchange.within)) continue;
    const request = `${exchange.from} ${exchange.to} ${exchange.request}`;
    const outcome = outcomeOf(exchange, inside.get(exchange.id) ?? []);
    const earlier = latest.get(request);
    if (long && earlier?.outcome === outcome) {
      again.set(earlier.id, { times: (again.get(earlier.id)?.times ?? 0) + 1, last: exchange.at });
      continue;
    }
    latest.set(request, { id: exchange.id, outcome });
    keep(exchange);
  }
  const shown = shownMoments(moments, long);
  const speaking = new Set([...kept.flatMap(({ from, to }) => [from, to]), ...shown.map(({ party }) => party)]);
  return {
    parties: parties.filter(({ id }) => speaking.has(id)),
    exchanges: kept.sort((a, b) => a.at - b.at || a.id - b.id),
    moments: shown,
    again,
  };
};
