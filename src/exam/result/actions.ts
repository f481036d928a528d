/** What to do next, from what was lost and how. */
import type { GradedItem } from './grade.ts';

/** An item with what an advice needs to know of its question. */
export interface KnownItem extends GradedItem {
  readonly title: string;
  readonly lesson: { readonly id: string; readonly title: string; readonly slug: string } | null;
}

export interface Lab {
  readonly id: string;
  readonly title: string;
  readonly objectives: readonly string[];
}

/** One thing to do: a page below the site's base, and why just this. */
export interface Action {
  readonly path: string;
  readonly text: string;
  readonly why: string;
}

const MOST = 5;

const lostBy = ({ score }: GradedItem): number => 1 - (score ?? 0);

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Points as people write them: whole, or with one decimal. */
const points = (n: number): string => {
  const text = String(Math.round(n * 10) / 10);
  return `${text} point${text === '1' ? '' : 's'}`;
};

/** Sums what is lost by a key, largest first; equal sums in the order met. */
const lostPer = <K>(
  items: readonly KnownItem[],
  keysOf: (item: KnownItem) => readonly K[],
): readonly (readonly [K, number])[] => {
  const sums = new Map<K, number>();
  for (const item of items) for (const key of keysOf(item)) sums.set(key, (sums.get(key) ?? 0) + lostBy(item));
  return [...sums].sort(([, a], [, b]) => b - a);
};

const lessonActions = (lost: readonly KnownItem[]): Action[] => {
  const byId = new Map(lost.flatMap(({ lesson }) => (lesson === null ? [] : [[lesson.id, lesson] as const])));
  return lostPer(lost, ({ lesson }) => (lesson === null ? [] : [lesson.id])).map(([id, sum]) => {
    const { title, slug } = byId.get(id)!;
    return { path: `/lessons/${slug}/`, text: `Read lesson ${id}: ${title}`, why: `${points(sum)} lost on it.` };
  });
};

const labActions = (lost: readonly KnownItem[], labs: readonly Lab[]): Action[] => {
  const perObjective = new Map(lostPer(lost, ({ objectives }) => objectives));
  return labs
    .map((lab) => ({ lab, sum: lab.objectives.reduce((sum, id) => sum + (perObjective.get(id) ?? 0), 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
    .map(({ lab }) => ({
      path: `/labs/${lab.id}/`,
      text: `Do the lab: ${lab.title}`,
      why: `It repairs by hand what was asked about: ${lab.objectives.filter((id) => perObjective.has(id)).join(', ')}.`,
    }));
};

/**
 * The next five things to do. First what was answered wrong with certainty, because nobody looks that up unasked; then
 * the lesson and the lab where most was lost; then everything that was not right, once more.
 */
export const nextActions = (items: readonly KnownItem[], labs: readonly Lab[]): readonly Action[] => {
  const lost = items.filter((item) => lostBy(item) > 0);
  const wrong = lost.filter(({ score }) => score !== null);
  const open = lost.length - wrong.length;
  const sure = wrong
    .filter(({ confidence }) => confidence === 'sure')
    .map(({ question, title }) => ({
      path: `/quiz/${question}/answer/`,
      text: `Read the reason: ${title}`,
      why: 'You were sure, and it was not right.',
    }));
  const lessons = lessonActions(lost);
  const labsToDo = labActions(lost, labs);
  const again: Action[] =
    wrong.length === 0
      ? []
      : [
          {
            path: '/quiz/?lesson=all&which=wrong',
            text: 'Answer again what was not right',
            why: `${count(wrong.length, 'question')}, with feedback this time.`,
          },
        ];
  const left: Action[] =
    open === 0
      ? []
      : [
          {
            path: '/quiz/?lesson=all&which=open',
            text: 'Answer what you have not answered yet',
            why: `${count(open, 'item')} had no answer in this exam.`,
          },
        ];
  const rest: Action[] = [
    {
      path: '/progress/',
      text: 'Look at your progress by objective',
      why: 'One exam says little about one objective.',
    },
    {
      path: '/exam/',
      text: 'Take another exam next week',
      why: 'Items answered lately are left out where the bank allows.',
    },
  ];
  const ranked = [
    ...sure.slice(0, 2),
    ...lessons.slice(0, 1),
    ...labsToDo.slice(0, 1),
    ...again,
    ...left,
    ...lessons.slice(1, 2),
    ...sure.slice(2),
    ...labsToDo.slice(1, 2),
    ...lessons.slice(2),
    ...rest,
  ];
  return ranked.slice(0, MOST);
};
