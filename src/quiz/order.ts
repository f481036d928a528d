import { digest } from './hash.ts';
import type { Shuffle } from './types/type.ts';

/**
 * An order that has nothing to do with the author's and is the same everywhere for the same seed.
 * @param seed what the order depends on: the question's id, and which time it is asked
 */
export const shuffleBy =
  (seed: string): Shuffle =>
  (list) =>
    list
      .map((item) => ({ item, rank: digest(`${seed}/${idOf(item)}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
      .map(({ item }) => item);

const idOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : JSON.stringify(item);

/** The order as written. */
export const asWritten: Shuffle = (list) => list;
