/** Questions for the pages that ask them, made at build time. */
import { type Misconception, type ServedQuestion, serve } from '../quiz/served.ts';
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
  readonly difficulty: number;
}

/** A lesson with the questions at its end, in their order. */
export interface QuizLesson {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly questions: readonly string[];
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

export const quizLessons = (): readonly QuizLesson[] =>
  content.lessons.map(({ value: { id, title, slug, quiz } }) => ({ id, title, slug, questions: quiz }));

/** @param labelOf the name of a kind of question for people */
export const questionEntries = (labelOf: (type: string) => string): readonly QuestionEntry[] =>
  content.banks.flatMap(({ bank }) =>
    bank.questions.map(({ id, title, type, lesson, objectives, difficulty }) => ({
      id,
      title,
      type,
      kind: labelOf(type),
      lesson,
      objectives,
      difficulty,
    })),
  );
