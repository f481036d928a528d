import type { Exchange } from '../../../sim/index.ts';
import { difference } from '../objects/difference.ts';

/** One exchange of each run, or of one of them. */
export interface ComparedRow {
  readonly before: Exchange | null;
  readonly after: Exchange | null;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** Place of the first row that differs; null when none does. */
  readonly first: number | null;
  /** When it happened, in milliseconds since time 0. */
  readonly at: number;
}

/** What counts: who says what to whom, and what comes of it. When, and the letters that a ReplicaSet adds to names, do not. */
const keyOf = ({ from, to, request, status, reason }: Exchange): string =>
  [from, to, request.replace(/-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, '-…'), status, reason].join(' ');

/** Two runs, exchange by exchange, with what both say on one row. */
export const comparisonOf = (before: readonly Exchange[], after: readonly Exchange[]): Comparison => {
  const lines = difference(before.map(keyOf), after.map(keyOf));
  let [b, a] = [0, 0];
  const rows = lines.map(
    ({ kind }): ComparedRow => ({
      before: kind === 'added' ? null : (before[b++] ?? null),
      after: kind === 'removed' ? null : (after[a++] ?? null),
    }),
  );
  const first = rows.findIndex((r) => r.before === null || r.after === null);
  const row = rows[first];
  return { rows, first: first < 0 ? null : first, at: (row?.before ?? row?.after)?.at ?? 0 };
};
