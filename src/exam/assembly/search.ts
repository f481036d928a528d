import type { Random } from '../../sim/kernel/random.ts';
import type { Balance } from './balance.ts';

/** Tries per slot and start. */
const STEPS = 400;

/** A choice of items, slot by slot, and what it costs. */
export interface Choice {
  readonly itemOf: readonly number[];
  readonly cost: number;
}

/**
 * Exchanges items until the counts over the whole exam are met. Every choice on the way fills every line. Worse choices
 * are accepted within a bound that shrinks to nothing (threshold accepting); all arithmetic is in whole numbers, so
 * every browser makes the same exam of the same seed.
 * @param candidates the items that fit each slot
 * @param start an item for each slot; left unchanged
 * @param forced items that stay chosen, though perhaps in another slot
 */
export const improve = (
  candidates: readonly (readonly number[])[],
  start: readonly number[],
  forced: ReadonlySet<number>,
  balance: Balance,
  random: Random,
): Choice => {
  const itemOf = [...start];
  const slotOf = new Map(itemOf.map((item, slot) => [item, slot]));
  for (const item of itemOf) balance.add(item);
  let cost = balance.cost();
  let best: Choice = { itemOf: [...itemOf], cost };
  const steps = STEPS * itemOf.length;
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;

  for (let step = 0; step < steps && best.cost > 0; step++) {
    const bound = Math.floor((1500 * (steps - step)) / steps);
    const slot = random.below(itemOf.length);
    const out = itemOf[slot]!;
    const item = pick(candidates[slot]!);
    const holder = slotOf.get(item);
    if (holder === slot) continue;
    if (holder !== undefined && candidates[holder]!.includes(out) && random.below(2) === 0) {
      // Two items change places: it costs nothing, and opens other exchanges.
      itemOf[slot] = item;
      itemOf[holder] = out;
      slotOf.set(item, slot).set(out, holder);
      continue;
    }
    if (forced.has(out)) continue;
    // The item comes from outside, or from another slot that takes one from outside in its place.
    const fresh = holder === undefined ? item : pick(candidates[holder]!);
    if (slotOf.has(fresh)) continue;
    balance.remove(out);
    balance.add(fresh);
    const next = balance.cost();
    if (next > cost + bound) {
      balance.remove(fresh);
      balance.add(out);
      continue;
    }
    slotOf.delete(out);
    itemOf[slot] = item;
    slotOf.set(item, slot);
    if (holder !== undefined) {
      itemOf[holder] = fresh;
      slotOf.set(fresh, holder);
    }
    cost = next;
    if (cost < best.cost) best = { itemOf: [...itemOf], cost };
  }
  for (const item of itemOf) balance.remove(item);
  return best;
};
