import type { Entry } from './entry.ts';
import { merge } from './merge.ts';

/** What an import would bring, before it is taken. */
export interface Preview {
  /** Entries that are new here, by kind; only kinds that occur. */
  readonly fresh: Readonly<Partial<Record<Entry['kind'], number>>>;
  readonly total: number;
  /** Entries of the file that are here already, or older than what is here. */
  readonly known: number;
  /** Unix milliseconds of the first and last new entry; null when none is new. */
  readonly from: number | null;
  readonly to: number | null;
}

export const previewOf = (here: readonly Entry[], file: readonly Entry[]): Preview => {
  const before = new Set(here);
  const added = merge(here, file).filter((entry) => !before.has(entry));
  const fresh: Partial<Record<Entry['kind'], number>> = {};
  for (const { kind } of added) fresh[kind] = (fresh[kind] ?? 0) + 1;
  return {
    fresh,
    total: added.length,
    known: Math.max(0, file.length - added.length),
    from: added[0]?.at ?? null,
    to: added[added.length - 1]?.at ?? null,
  };
};
