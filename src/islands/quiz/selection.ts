import type { Attempt } from '../../progress/index.ts';
import type { QuestionEntry, QuizLesson, QuizTopics } from '../../site/questions.ts';

/** Which questions to ask, as the address says it. A null asks for all. */
export interface Selection {
  /** A lesson's id. */
  readonly lesson: string | null;
  /** An objective's id, `1f`. */
  readonly objective: string | null;
  /** A misconception's id, `M30`: questions whose answers can show it. */
  readonly misconception: string | null;
  /** 1 to 5. */
  readonly difficulty: number | null;
  readonly which: Which;
}

export const WHICH = ['all', 'open', 'wrong', 'due'] as const;
/** `open`: never answered. `wrong`: not right when last answered. `due`: the review would ask it today. */
export type Which = (typeof WHICH)[number];

export const WHICH_WORDS: Readonly<Record<Which, string>> = {
  all: 'All questions',
  open: 'Not answered yet',
  wrong: 'Not right last time',
  due: 'Due today',
};

/** Everything. */
export const ALL: Selection = { lesson: null, objective: null, misconception: null, difficulty: null, which: 'all' };

const NAMES = ['lesson', 'objective', 'misconception', 'difficulty', 'which'] as const;

/** What an address asks for: a selection and the question shown first, or null when it names none. */
export const readAddress = (search: string): { selection: Selection; question: string | null } | null => {
  const query = new URLSearchParams(search);
  if (!NAMES.some((name) => query.has(name))) return null;
  const named = (name: string): string | null => {
    const value = query.get(name);
    return value === null || value === 'all' || value === '' ? null : value;
  };
  const difficulty = Number(named('difficulty') ?? Number.NaN);
  return {
    selection: {
      lesson: named('lesson'),
      objective: named('objective'),
      misconception: named('misconception'),
      difficulty: difficulty >= 1 && difficulty <= 5 ? difficulty : null,
      which: WHICH.find((which) => which === query.get('which')) ?? 'all',
    },
    question: query.get('q'),
  };
};

/** The address of a selection, below /quiz/. */
export const addressOf = (selection: Selection, question: string | null): string => {
  const query = new URLSearchParams({ lesson: selection.lesson ?? 'all' });
  for (const name of ['objective', 'misconception', 'difficulty'] as const)
    if (selection[name] !== null) query.set(name, String(selection[name]));
  if (selection.which !== 'all') query.set('which', selection.which);
  if (question !== null) query.set('q', question);
  return `?${query}`;
};

/** What the learner's history says, as selecting needs it. */
export interface History {
  readonly latest: ReadonlyMap<string, Attempt>;
  /** Ids of questions that the review would ask today. */
  readonly due: readonly string[];
}

const isWhich = (which: Which, { latest, due }: History): ((question: QuestionEntry) => boolean) => {
  if (which === 'open') return ({ id }) => !latest.has(id);
  if (which === 'wrong') return ({ id }) => (latest.get(id)?.score ?? 1) < 1;
  if (which === 'due') return ({ id }) => due.includes(id);
  return () => true;
};

/** The questions of a selection: a lesson's own first in their order, then the others of the lesson. */
export const select = (
  selection: Selection,
  questions: readonly QuestionEntry[],
  lessons: readonly QuizLesson[],
  history: History,
): readonly QuestionEntry[] => {
  const { lesson, objective, misconception, difficulty, which } = selection;
  const own = lessons.find(({ id }) => id === lesson)?.questions ?? [];
  const ordered =
    lesson === null
      ? questions
      : [
          ...own.flatMap((id) => questions.find((question) => question.id === id) ?? []),
          ...questions.filter((question) => question.lesson === lesson && !own.includes(question.id)),
        ];
  return ordered
    .filter((question) => objective === null || question.objectives.includes(objective))
    .filter((question) => misconception === null || question.misconceptions.includes(misconception))
    .filter((question) => difficulty === null || question.difficulty === difficulty)
    .filter(isWhich(which, history));
};

/** A selection in words: "L11 Failure modes, objective 1f, not answered yet". */
export const selectionWords = (selection: Selection, topics: QuizTopics): string => {
  const lesson = topics.lessons.find(({ id }) => id === selection.lesson);
  const misconception = topics.misconceptions.find(({ id }) => id === selection.misconception);
  const parts = [
    lesson === undefined ? (selection.lesson ?? 'All lessons') : `${lesson.id} ${lesson.title}`,
    selection.objective === null ? null : `objective ${selection.objective}`,
    misconception === undefined ? null : `“${misconception.believed.replaceAll('`', '')}”`,
    selection.difficulty === null ? null : `difficulty ${selection.difficulty}`,
    selection.which === 'all' ? null : WHICH_WORDS[selection.which].toLowerCase(),
  ];
  return parts.filter((part) => part !== null).join(', ');
};
