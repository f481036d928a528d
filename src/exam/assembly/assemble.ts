import { digest } from '../../quiz/hash.ts';
import { Random } from '../../sim/kernel/random.ts';
import { type Blueprint, sizeOf } from '../blueprint/blueprint.ts';
import type { Item } from '../item.ts';
import { balanceOf, violates } from './balance.ts';
import { drawable, fitsLine } from './fits.ts';
import { type Lack, lineLacks, quotaLacks, situationLacks, togetherLacks } from './lacks.ts';
import { match } from './matching.ts';
import { inOrder } from './order.ts';
import { type Choice, improve } from './search.ts';
import { choices, situationsIn } from './situations.ts';

/** Starts of the search for one choice of whole situations. */
const STARTS = 6;
/** Choices of whole situations that are tried. */
const SITUATION_CHOICES = 12;

export type Assembled =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly lacks: readonly Lack[] };

const shuffled = <T>(list: readonly T[], random: Random): readonly T[] => {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
};

const fill = (
  blueprint: Blueprint,
  bank: readonly Item[],
  items: readonly Item[],
  slots: readonly number[],
  tired: ReadonlySet<string>,
  random: Random,
): { readonly best: Choice | null; readonly counts: readonly number[] } => {
  const fitting = blueprint.lines.map((line) => items.flatMap((item, i) => (fitsLine(item, line) ? [i] : [])));
  const candidates = slots.map((line) => fitting[line]!);
  const situations = situationsIn(bank, items);
  const names = shuffled([...situations.keys()].sort(), random);
  let best: Choice | null = null;
  let counts: readonly number[] = [];
  for (const whole of choices(names, blueprint.situations, SITUATION_CHOICES)) {
    const forced = whole.flatMap((name) => situations.get(name)!);
    const balance = balanceOf(items, blueprint.quotas, new Set(whole), tired);
    for (let start = 0; start < STARTS; start++) {
      const mixed = candidates.map((list) => shuffled(list, random));
      const first = match(mixed, forced);
      if (first.shortages.length > 0 || !first.forced) break;
      const found = improve(candidates, first.itemOf, new Set(forced), balance, random);
      if (best === null || found.cost < best.cost) {
        best = found;
        for (const item of found.itemOf) balance.add(item);
        counts = blueprint.quotas.map((_, q) => balance.count(q));
        for (const item of found.itemOf) balance.remove(item);
      }
      if (best.cost === 0) return { best, counts };
    }
  }
  return { best, counts };
};

/**
 * Draws an exam. The same blueprint, items, seed and resting items give the same exam, in every browser.
 * @param items of the bank, as `examItems` gives them
 * @param seed any text
 * @param resting ids of items to leave out where the bank allows
 * @returns the items in the order asked, or what the bank lacks
 */
export const assemble = (
  blueprint: Blueprint,
  items: readonly Item[],
  seed: string,
  resting: ReadonlySet<string> = new Set(),
): Assembled => {
  const all = drawable(blueprint, items);
  const slots = blueprint.lines.flatMap((line, i) => Array.from({ length: line.items }, () => i));
  const random = new Random(Number.parseInt(digest(`${seed} draw`).slice(-6), 36));
  const done = (choice: Choice, from: readonly Item[]): Assembled => ({
    ok: true,
    items: inOrder(
      choice.itemOf.map((i) => from[i]!),
      seed,
      (id) => items.findIndex((item) => item.id === id),
    ),
  });
  const rested = all.filter(({ id }) => !resting.has(id));
  if (rested.length < all.length && rested.length >= sizeOf(blueprint)) {
    const { best } = fill(blueprint, items, rested, slots, new Set(), random);
    if (best !== null && !violates(best.cost)) return done(best, rested);
  }
  const { best, counts } = fill(blueprint, items, all, slots, resting, random);
  if (best !== null && !violates(best.cost)) return done(best, all);
  const candidates = slots.map((line) => all.flatMap((item, i) => (fitsLine(item, blueprint.lines[line]!) ? [i] : [])));
  const lacks = [
    ...lineLacks(blueprint.lines, slots, match(candidates, []).shortages),
    ...quotaLacks(blueprint, all),
    ...situationLacks(blueprint, items, all),
  ];
  return { ok: false, lacks: lacks.length > 0 ? lacks : togetherLacks(blueprint.quotas, counts) };
};
