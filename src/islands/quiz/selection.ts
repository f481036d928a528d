import type { Attempt } from '../../progress/index.ts';
import type { QuestionEntry, QuizLesson } from '../../site/questions.ts';

/** Which questions to ask, as the address says it. */
export interface Selection {
  /** A lesson's id, or null for all. */
  readonly lesson: string | null;
  readonly which: Which;
}

export const WHICH = ['all', 'open', 'wrong'] as const;
/** `open`: never answered. `wrong`: not right when last answered. */
export type Which = (typeof WHICH)[number];

export const WHICH_WORDS: Readonly<Record<Which, string>> = {
  all: 'All questions',
  open: 'Not answered yet',
  wrong: 'Not right last time',
};

/** What an address asks for: a selection and the question shown first, or null when it names none. */
export const readAddress = (search: string): { selection: Selection; question: string | null } | null => {
  const query = new URLSearchParams(search);
  if (!query.has('lesson') && !query.has('which')) return null;
  const lesson = query.get('lesson');
  return {
    selection: {
      lesson: lesson === null || lesson === 'all' ? null : lesson,
      which: WHICH.find((which) => which === query.get('which')) ?? 'all',
    },
    question: query.get('q'),
  };
};

/** The address of a selection, below /quiz/. */
export const addressOf = ({ lesson, which }: Selection, question: string | null): string => {
  const query = new URLSearchParams({ lesson: lesson ?? 'all' });
  if (which !== 'all') query.set('which', which);
  if (question !== null) query.set('q', question);
  return `?${query}`;
};

/** The questions of a selection: a lesson's own in their order, otherwise all. */
export const select = (
  { lesson, which }: Selection,
  questions: readonly QuestionEntry[],
  lessons: readonly QuizLesson[],
  latest: ReadonlyMap<string, Attempt>,
): readonly QuestionEntry[] => {
  const ids = lessons.find(({ id }) => id === lesson)?.questions ?? null;
  const base =
    lesson === null
      ? questions
      : ids === null
        ? questions.filter((question) => question.lesson === lesson)
        : ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  if (which === 'open') return base.filter(({ id }) => !latest.has(id));
  if (which === 'wrong') return base.filter(({ id }) => (latest.get(id)?.score ?? 1) < 1);
  return base;
};
