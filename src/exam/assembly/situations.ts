import type { Item } from '../item.ts';

/**
 * The situations that can be asked whole: two or more questions, all of which can be drawn.
 * @param bank all items
 * @param pool the items that can be drawn
 * @returns by the situation's id, the positions of its questions in the pool
 */
export const situationsIn = (bank: readonly Item[], pool: readonly Item[]): ReadonlyMap<string, readonly number[]> => {
  const position = new Map(pool.map(({ id }, i) => [id, i]));
  const all = new Map<string, number[]>();
  for (const { id, situation } of bank) {
    if (situation !== null) all.set(situation, [...(all.get(situation) ?? []), position.get(id) ?? -1]);
  }
  return new Map([...all].filter(([, list]) => list.length >= 2 && !list.includes(-1)));
};

/** All ways to choose `size` of a list, in the list's order, at most `limit` of them. */
export const choices = <T>(list: readonly T[], size: number, limit: number): readonly (readonly T[])[] => {
  const found: T[][] = [];
  const choose = (from: number, chosen: readonly T[]): void => {
    if (found.length >= limit) return;
    if (chosen.length === size) {
      found.push([...chosen]);
      return;
    }
    for (let i = from; i < list.length; i++) choose(i + 1, [...chosen, list[i]!]);
  };
  choose(0, []);
  return found;
};
