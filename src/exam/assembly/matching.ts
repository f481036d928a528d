/** Which item stands for which slot, so that every slot has an item of its own (augmenting paths). */

/** Slots that compete for too few items: together they have fewer candidates than they are. */
export interface Shortage {
  readonly slots: readonly number[];
  readonly candidates: number;
}

export interface Matching {
  /** The item of each slot; -1 where there is none. */
  readonly itemOf: readonly number[];
  /** Empty when every slot has an item. */
  readonly shortages: readonly Shortage[];
  /** Whether every forced item has a slot. */
  readonly forced: boolean;
}

/**
 * @param candidates the items that fit each slot, in order of preference
 * @param forced items that must have a slot
 */
export const match = (candidates: readonly (readonly number[])[], forced: readonly number[]): Matching => {
  const itemOf: number[] = candidates.map(() => -1);
  const slotOf = new Map<number, number>();
  const pair = (slot: number, item: number): void => {
    itemOf[slot] = item;
    slotOf.set(item, slot);
  };

  /** Finds an item for a slot, moving others along. */
  const fill = (slot: number, seen: Set<number>): boolean =>
    candidates[slot]!.some((item) => {
      if (seen.has(item)) return false;
      seen.add(item);
      const holder = slotOf.get(item);
      if (holder !== undefined && !fill(holder, seen)) return false;
      pair(slot, item);
      return true;
    });

  /** Finds a slot for an item. Items that have one keep one. */
  const place = (item: number, seen: Set<number>): boolean =>
    candidates.some((list, slot) => {
      if (seen.has(slot) || !list.includes(item)) return false;
      seen.add(slot);
      const held = itemOf[slot]!;
      if (held !== -1 && !place(held, seen)) return false;
      pair(slot, item);
      return true;
    });

  const placed = forced.map((item) => place(item, new Set()));
  const shortages: Shortage[] = [];
  for (const slot of candidates.keys()) {
    if (itemOf[slot] !== -1) continue;
    const seen = new Set<number>();
    if (fill(slot, seen)) continue;
    // What the search has reached is closed: these slots have no candidates but these.
    const slots = [slot, ...candidates.keys()].filter((s, i) => (i === 0 ? true : s !== slot && seen.has(itemOf[s]!)));
    shortages.push({ slots, candidates: seen.size });
  }
  return { itemOf, shortages, forced: placed.every(Boolean) };
};
