import type { Attempt as AnswerEntry, Entry, ExamEntry } from '../../progress/index.ts';
import { misconceptionsIn } from '../../quiz/score/score.ts';
import type { ServedQuestion } from '../../quiz/served.ts';
import type { AnyQuestionType } from '../../quiz/types/type.ts';
import type { Attempt, AttemptItem } from '../attempt/attempt.ts';

/** The part of an exam's entry that is about one item. */
export type GradedItem = ExamEntry['items'][number];

/** A question as an exam asks it: with its key, and with the kind that knows how to score it. */
export interface Askable {
  readonly question: ServedQuestion;
  readonly type: AnyQuestionType;
}

export type Completeness =
  | { readonly state: 'open' }
  | { readonly state: 'answered' }
  /** With a sentence for the learner what is missing. */
  | { readonly state: 'incomplete'; readonly problem: string };

/** Whether a response is complete. Tells nothing about whether it is right. */
export const completeness = ({ question, type }: Askable, response: unknown): Completeness => {
  if (response === null || response === undefined) return { state: 'open' };
  const checked = type.check(question.body, response);
  return checked.ok ? { state: 'answered' } : { state: 'incomplete', problem: checked.problem };
};

const grade = (item: AttemptItem, { question, type }: Askable, partial: Attempt['partial']): GradedItem => {
  const { confidence, flagged, spent } = item;
  const common = { question: question.id, objectives: [...question.objectives], confidence, flagged, spent };
  const checked = item.response === null ? null : type.check(question.body, item.response);
  if (checked === null || !checked.ok) return { ...common, answer: null, score: null, misconceptions: [] };
  const score = type.score(question.body, checked.value, { partial });
  return { ...common, answer: checked.value, score: score.value, misconceptions: [...misconceptionsIn(score)] };
};

/**
 * The items with their scores. An incomplete answer counts as none. A question that the bank has no more is left out:
 * nobody is judged by it.
 */
export const gradeAll = (attempt: Attempt, asked: ReadonlyMap<string, Askable>): readonly GradedItem[] =>
  attempt.items.flatMap((item) => {
    const known = asked.get(item.question);
    return known === undefined ? [] : [grade(item, known, attempt.partial)];
  });

/**
 * A finished attempt as entries of the learner's document: the exam, and each answer. Their ids follow from the
 * attempt's, so that writing them twice, after a crash or in two tabs, writes them once.
 */
export const toEntries = (attempt: Attempt, items: readonly GradedItem[]): readonly Entry[] => {
  const { id, recipe, title, clock } = attempt;
  const ended = attempt.ended ?? clock.last.wall;
  const exam: ExamEntry = {
    id,
    at: ended,
    kind: 'exam',
    blueprint: recipe.blueprint,
    title,
    seed: recipe.seed,
    bank: recipe.bank,
    resting: [...recipe.resting],
    minutes: clock.limit === null ? null : clock.limit / 60_000,
    pass: attempt.pass,
    partial: attempt.partial,
    started: attempt.started,
    ended,
    endedBy: attempt.endedBy ?? 'learner',
    used: clock.used,
    pauses: attempt.pauses,
    setBack: clock.setBack,
    items: [...items],
  };
  const answers = items.flatMap((item): AnswerEntry[] =>
    item.score === null
      ? []
      : [
          {
            id: `${id}/${item.question}`,
            at: ended,
            kind: 'attempt',
            question: item.question,
            answer: item.answer,
            score: item.score,
            confidence: item.confidence,
            misconceptions: item.misconceptions,
            via: 'exam',
          },
        ],
  );
  return [exam, ...answers];
};
