import type { Exchange, Moment, Observations } from '../content-check/play.ts';

/** One line of a drawn run, in the order in which a reader meets it. */
export type Row =
  /** A whole exchange: one arrow with its status at the head. */
  | { readonly kind: 'exchange'; readonly at: number; readonly exchange: Exchange }
  /** Question and answer of an exchange during which others happened: two arrows around theirs. */
  | { readonly kind: 'ask' | 'answer'; readonly at: number; readonly exchange: Exchange }
  | { readonly kind: 'moment'; readonly at: number; readonly moment: Moment };

/** The rows of a run by time; at the same instant in the order of the exchanges, moments after them. */
export const runRows = ({ exchanges, moments }: Pick<Observations, 'exchanges' | 'moments'>): readonly Row[] => {
  const inside = new Map<number | null, Exchange[]>();
  const known = new Set(exchanges.map((exchange) => exchange.id));
  for (const exchange of exchanges) {
    const parent = exchange.within !== null && known.has(exchange.within) ? exchange.within : null;
    const siblings = inside.get(parent);
    if (siblings) siblings.push(exchange);
    else inside.set(parent, [exchange]);
  }
  const rows: Row[] = [];
  const add = (exchange: Exchange): void => {
    const children = inside.get(exchange.id) ?? [];
    if (children.length === 0) {
      rows.push({ kind: 'exchange', at: exchange.at, exchange });
      return;
    }
    rows.push({ kind: 'ask', at: exchange.at, exchange });
    for (const child of children) add(child);
    rows.push({ kind: 'answer', at: exchange.answeredAt ?? exchange.at, exchange });
  };
  for (const exchange of inside.get(null) ?? []) add(exchange);
  rows.push(...moments.map((moment): Row => ({ kind: 'moment', at: moment.at, moment })));
  return rows
    .map((row, order) => ({ row, order }))
    .sort((a, b) => a.row.at - b.row.at || a.order - b.order)
    .map(({ row }) => row);
};
