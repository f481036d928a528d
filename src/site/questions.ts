/** Questions for the pages that ask them, made at build time. */
import { type Misconception, misconceptionsOf, type ServedQuestion, serve } from '../quiz/served.ts';
import { content, lessonById } from './content.ts';

/** What a list of questions needs to know of one. */
export interface QuestionEntry {
  readonly id: string;
  readonly title: string;
  /** The name of its kind: `single`. */
  readonly type: string;
  /** For people: "Single choice". */
  readonly kind: string;
  readonly lesson: string | null;
  readonly objectives: readonly string[];
  /** Misconceptions that its answers can show. */
  readonly misconceptions: readonly string[];
  readonly difficulty: number;
}

/** A lesson, or a bank for a lesson that is not written yet, with the questions at its end in their order. */
export interface QuizLesson {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
}

/** What questions can be chosen by. */
export interface QuizTopics {
  readonly lessons: readonly QuizLesson[];
  readonly objectives: readonly { readonly id: string; readonly title: string }[];
  readonly misconceptions: readonly { readonly id: string; readonly believed: string }[];
}

/** What people believe, with the place in a lesson that explains it, where that lesson is written. */
const misconceptions = (): Readonly<Record<string, Misconception>> =>
  Object.fromEntries(
    Object.entries(content.misconceptions?.value ?? {}).map(([id, { believed, truth, lesson: place }]) => {
      const [lessonId = '', anchor = ''] = place?.split('#') ?? [];
      const lesson = lessonById(lessonId);
      return [
        id,
        {
          believed,
          truth,
          lesson:
            lesson === null
              ? null
              : { title: lesson.title, path: `/lessons/${lesson.slug}/${anchor === '' ? '' : `#${anchor}`}` },
        },
      ];
    }),
  );

/** Every question with all that belongs to it. */
export const servedQuestions = (): readonly ServedQuestion[] =>
  content.banks.flatMap(({ bank }) =>
    bank.questions.map((question) => {
      const lesson = question.lesson === null ? null : lessonById(question.lesson);
      return serve(question, {
        bank,
        misconceptions: misconceptions(),
        labs: Object.fromEntries(Object.entries(content.labs).map(([id, { value }]) => [id, { title: value.title }])),
        lesson: lesson === null ? null : { id: lesson.id, title: lesson.title, slug: lesson.slug },
      });
    }),
  );

/** The title of the bank that has most questions on a lesson: it stands in for a lesson that is not written yet. */
const bankTitle = (lesson: string): string => {
  const counted = content.banks.map(({ bank }) => ({
    title: bank.title,
    count: bank.questions.filter((question) => question.lesson === lesson).length,
  }));
  return counted.reduce((most, bank) => (bank.count > most.count ? bank : most)).title;
};

/** Lessons of the syllabus that have questions, by id. */
const quizLessons = (): readonly QuizLesson[] => {
  const ids = new Set(content.banks.flatMap(({ bank }) => bank.questions.flatMap(({ lesson }) => lesson ?? [])));
  return [...ids].sort().map((id) => {
    const lesson = lessonById(id);
    return { id, title: lesson?.title ?? bankTitle(id), questions: lesson?.quiz ?? [] };
  });
};

/** Everything that at least one question is about. */
export const quizTopics = (): QuizTopics => {
  const questions = questionEntries(String);
  const objectives = content.objectives?.value.domains.flatMap((domain) => domain.objectives) ?? [];
  return {
    lessons: quizLessons(),
    objectives: objectives
      .filter(({ id }) => questions.some((question) => question.objectives.includes(id)))
      .map(({ id, title }) => ({ id, title })),
    misconceptions: Object.entries(content.misconceptions?.value ?? {})
      .filter(([id]) => questions.some((question) => question.misconceptions.includes(id)))
      .map(([id, { believed }]) => ({ id, believed })),
  };
};

/** @param labelOf the name of a kind of question for people */
export const questionEntries = (labelOf: (type: string) => string): readonly QuestionEntry[] =>
  content.banks.flatMap(({ bank }) =>
    bank.questions.map(({ id, title, type, lesson, objectives, difficulty, body }) => ({
      id,
      title,
      type,
      kind: labelOf(type),
      lesson,
      objectives,
      misconceptions: misconceptionsOf(body),
      difficulty,
    })),
  );
