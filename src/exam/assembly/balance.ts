import type { Quota } from '../blueprint/blueprint.ts';
import type { Item } from '../item.ts';
import { countsFor } from './fits.ts';

/** One violated count weighs more than any number of items that should rest. */
const VIOLATION = 1000;

/** How well a choice of items meets what holds over the whole exam, kept up to date item by item. */
export interface Balance {
  add(item: number): void;
  remove(item: number): void;
  /** 0 when every count is met and every item is rested; each violation weighs 1000. */
  cost(): number;
  /** How many chosen items count towards a quota. */
  count(quota: number): number;
}

/** How far a count is from what is asked. */
export const distance = (count: number, { least, most }: Quota): number =>
  Math.max(0, least - count, most === null ? 0 : count - most);

/**
 * @param whole the situations that are asked with all their questions
 * @param tired the items that should rest
 */
export const balanceOf = (
  items: readonly Item[],
  quotas: readonly Quota[],
  whole: ReadonlySet<string>,
  tired: ReadonlySet<string>,
): Balance => {
  const quotasOf = items.map((item) => quotas.flatMap((quota, q) => (countsFor(item, quota) ? [q] : [])));
  const counts = quotas.map(() => 0);
  const inSituation = new Map<string, number>();
  let violations = quotas.reduce((sum, quota) => sum + distance(0, quota), 0);
  let rest = 0;
  const change = (item: number, by: 1 | -1): void => {
    for (const q of quotasOf[item]!) {
      violations -= distance(counts[q]!, quotas[q]!);
      counts[q] = counts[q]! + by;
      violations += distance(counts[q]!, quotas[q]!);
    }
    const { id, situation } = items[item]!;
    if (situation !== null && !whole.has(situation)) {
      const before = inSituation.get(situation) ?? 0;
      inSituation.set(situation, before + by);
      violations += Math.max(0, before + by - 1) - Math.max(0, before - 1);
    }
    if (tired.has(id)) rest += by;
  };
  return {
    add: (item) => change(item, 1),
    remove: (item) => change(item, -1),
    cost: () => violations * VIOLATION + rest,
    count: (quota) => counts[quota]!,
  };
};

/** Whether a cost means that something asked for is not met. */
export const violates = (cost: number): boolean => cost >= VIOLATION;
