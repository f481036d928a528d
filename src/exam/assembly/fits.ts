import type { Blueprint, Line, Quota } from '../blueprint/blueprint.ts';
import type { Item } from '../item.ts';

/** Whether an item can stand for a line of the draw. */
export const fitsLine = (item: Item, { objective, lesson }: Line): boolean =>
  (objective === null || item.objectives.includes(objective)) && (lesson === null || item.lesson === lesson);

/** Whether an item counts towards a quota. */
export const countsFor = (item: Item, { of, name }: Pick<Quota, 'of' | 'name'>): boolean => {
  if (of === 'kind') return item.kind === name;
  if (of === 'level') return item.level === name;
  const [from, to = from] = name.split('-').map(Number);
  return item.difficulty >= from! && item.difficulty <= to!;
};

/** The items that a blueprint can draw at all: of an allowed kind, and on one of its lines. In an order of their own. */
export const drawable = ({ kinds, lines }: Blueprint, items: readonly Item[]): readonly Item[] =>
  items
    .filter((item) => (kinds === null || kinds.includes(item.kind)) && lines.some((line) => fitsLine(item, line)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
