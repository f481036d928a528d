import { type Blueprint, type Line, lineText, type Quota, sizeOf } from '../blueprint/blueprint.ts';
import type { Item } from '../item.ts';
import { distance } from './balance.ts';
import { countsFor } from './fits.ts';
import type { Shortage } from './matching.ts';
import { situationsIn } from './situations.ts';

/** Something a bank lacks for a blueprint. */
export interface Lack {
  /** What asks for it, as a path into the blueprint's file: `['draw', 3]`, `['kinds', 'text']`. */
  readonly at: readonly (string | number)[];
  /** How many questions are missing; 0 where more questions would not help. */
  readonly missing: number;
  readonly text: string;
  readonly remedy: string;
}

const KEYS = { kind: 'kinds', difficulty: 'difficulty', level: 'levels' } as const;

/** A quota's things in words: "questions of kind `text`". */
const things = ({ of, name }: Quota): string =>
  of === 'difficulty' ? `questions of difficulty ${name}` : `questions of ${of} \`${name}\``;

const questions = (n: number): string => `${n} question${n === 1 ? '' : 's'}`;

/** The lines that compete for too few questions, each group once. */
export const lineLacks = (lines: readonly Line[], slots: readonly number[], shortages: readonly Shortage[]): Lack[] => {
  const groups = new Map<string, { short: number; lines: readonly number[]; candidates: number; wanted: number }>();
  for (const shortage of shortages) {
    const group = [...new Set(shortage.slots.map((slot) => slots[slot]!))].sort((a, b) => a - b);
    const known = groups.get(group.join());
    const wanted = group.reduce((sum, line) => sum + lines[line]!.items, 0);
    groups.set(group.join(), {
      short: (known?.short ?? 0) + 1,
      lines: group,
      candidates: shortage.candidates,
      wanted,
    });
  }
  return [...groups.values()].map(({ short, lines: group, candidates, wanted }) => ({
    at: ['draw', group[0]!],
    missing: short,
    text: `${wanted} ${wanted === 1 ? 'item is' : 'items are'} asked for on ${group.map((line) => lineText(lines[line]!)).join(', ')}; the bank has ${questions(candidates)} that can stand there.`,
    remedy: `Write ${questions(short)} more, or ask for fewer.`,
  }));
};

/** Counts over the whole exam that this bank cannot meet whatever is drawn. */
export const quotaLacks = (blueprint: Blueprint, items: readonly Item[]): Lack[] => {
  const size = sizeOf(blueprint);
  const single = blueprint.quotas.flatMap((quota): Lack[] => {
    const has = items.filter((item) => countsFor(item, quota)).length;
    if (has >= quota.least) return [];
    return [
      {
        at: [KEYS[quota.of], quota.name],
        missing: quota.least - has,
        text: `At least ${quota.least} ${things(quota)} are asked for; the bank has ${has} on the lines of the draw.`,
        remedy: `Write ${questions(quota.least - has)} more, or ask for fewer.`,
      },
    ];
  });
  // Every item has one kind and one level, so these counts share the exam among them.
  const sums = (['kind', 'level'] as const).flatMap((of): Lack[] => {
    const own = blueprint.quotas.filter((quota) => quota.of === of);
    const least = own.reduce((sum, quota) => sum + quota.least, 0);
    const most = own.reduce((sum, quota) => sum + (quota.most ?? size), 0);
    if (least > size)
      return [
        {
          at: [KEYS[of]],
          missing: 0,
          text: `The counts add up to ${least}, but the draw has ${size} items.`,
          remedy: 'Lower some, or add lines to `draw`.',
        },
      ];
    if (of === 'kind' && own.length > 0 && most < size)
      return [
        {
          at: [KEYS[of]],
          missing: 0,
          text: `The counts allow ${most} items at most, but the draw has ${size}.`,
          remedy: 'Raise some, or name more kinds.',
        },
      ];
    return [];
  });
  return [...single, ...sums];
};

/** Too few situations that could be asked whole. */
export const situationLacks = ({ situations }: Blueprint, bank: readonly Item[], pool: readonly Item[]): Lack[] => {
  const has = situationsIn(bank, pool).size;
  if (has >= situations) return [];
  return [
    {
      at: ['situations'],
      missing: situations - has,
      text: `Whole situations asked for: ${situations}; the bank has ${has} with two or more questions that all stand on lines of the draw.`,
      remedy: 'Write more, or ask for fewer.',
    },
  ];
};

/** What the nearest choice lacks, where each count could be met alone. */
export const togetherLacks = (quotas: readonly Quota[], counts: readonly number[]): Lack[] => {
  const missed = quotas.flatMap((quota, i) => (distance(counts[i]!, quota) > 0 ? [{ quota, count: counts[i]! }] : []));
  const [first] = missed;
  return [
    {
      at: first === undefined ? ['draw'] : [KEYS[first.quota.of], first.quota.name],
      missing: 0,
      text:
        first === undefined
          ? 'No draw fills all lines with at most one question of each situation.'
          : `No draw was found that meets all counts together. The nearest has ${missed.map(({ quota, count }) => `${count} ${things(quota)} (asked: ${quota.least === quota.most ? quota.least : `${quota.least} to ${quota.most ?? 'any number'}`})`).join(', ')}.`,
      remedy: 'Write questions that meet several counts at once, or loosen a count: `2..4`.',
    },
  ];
};
