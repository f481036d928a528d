import { digest } from '../../quiz/hash.ts';
import type { Item } from '../item.ts';

/**
 * The order in which items are asked: by the seed, with the questions of one situation together and in the order of
 * the bank.
 * @param position of an item in the bank
 */
export const inOrder = (items: readonly Item[], seed: string, position: (id: string) => number): readonly Item[] => {
  const rank = ({ id, situation }: Item): string => digest(`${seed} order ${situation ?? id}`);
  return [...items].sort((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first < second ? -1 : first > second ? 1 : position(a.id) - position(b.id);
  });
};
