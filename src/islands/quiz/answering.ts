import { useEffect, useState } from 'react';
import type { Confidence } from '../../progress/index.ts';
import { asWritten, shuffleBy } from '../../quiz/order.ts';
import { misconceptionsIn, PRACTICE_SETTINGS, type Score } from '../../quiz/score/score.ts';
import type { ServedQuestion } from '../../quiz/served.ts';
import type { AnyQuestionType } from '../../quiz/types/type.ts';
import { keep, recall } from '../shared/session.ts';

/** An answer in the making, or made. Plain JSON, kept for the tab. */
export interface Draft {
  /** Which time the question is asked in this tab; changes the order of options. */
  readonly round: number;
  readonly response: unknown;
  readonly confidence: Confidence | null;
  readonly hints: number;
  readonly checked: boolean;
}

const EMPTY: Draft = { round: 0, response: null, confidence: null, hints: 0, checked: false };

/** A question whose kind has changed begins anew: the old answer has another shape. */
const keyOf = ({ id, type }: Pick<ServedQuestion, 'id' | 'type'>): string => `answer ${id} ${type}`;

const restore = (question: ServedQuestion): Draft => {
  const kept = recall(keyOf(question));
  return typeof kept === 'object' && kept !== null ? { ...EMPTY, ...(kept as Partial<Draft>) } : EMPTY;
};

/** What is known once an answer was checked. */
export interface Answered {
  readonly response: unknown;
  readonly score: Score;
  readonly confidence: Confidence | null;
  readonly misconceptions: readonly string[];
}

const answered = (
  type: AnyQuestionType,
  full: ServedQuestion,
  draft: Draft,
): Answered | { readonly problem: string } => {
  const response = type.check(full.body, draft.response);
  if (!response.ok) return { problem: response.problem };
  const score = type.score(full.body, response.value, PRACTICE_SETTINGS);
  return { response: response.value, score, confidence: draft.confidence, misconceptions: misconceptionsIn(score) };
};

/**
 * The state of one question on a page.
 * @param asked what is shown, perhaps without its key
 * @param full the question with its key, once it is there
 * @param type how its answers are read and scored
 * @param record called once for each answer
 */
export const useAnswering = (
  asked: ServedQuestion,
  full: ServedQuestion | null,
  type: AnyQuestionType,
  record: (answer: Answered) => void,
) => {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [problem, setProblem] = useState<string | null>(null);
  // What a tab kept is read after the first paint: the page made at build time knows nothing of it.
  const [alive, setAlive] = useState(false);
  useEffect(() => {
    setDraft(restore(asked));
    setAlive(true);
  }, [asked]);

  const change = (next: Partial<Draft>): void => {
    const value = { ...draft, ...next };
    setDraft(value);
    setProblem(null);
    keep(keyOf(asked), value);
  };
  const seed = draft.round === 0 ? asked.id : `${asked.id}/${draft.round}`;
  const current = full ?? asked;
  const body = type.arrange(current.body, asked.shuffle ? shuffleBy(seed) : asWritten);
  const made = draft.checked && full !== null ? answered(type, full, draft) : null;
  const answer = made !== null && 'score' in made ? made : null;

  const check = (): boolean => {
    if (full === null) {
      setProblem('The answer is still on its way. Press Check again in a moment.');
      return false;
    }
    const result = answered(type, full, draft);
    if ('problem' in result) {
      setProblem(result.problem);
      return false;
    }
    change({ checked: true });
    record(result);
    return true;
  };
  return {
    /** False in a page that is not awake yet: what is put in then would be lost. */
    alive,
    draft,
    body,
    answer,
    problem,
    change,
    check,
    again: () => change({ ...EMPTY, round: draft.round + 1, hints: draft.hints }),
  };
};
