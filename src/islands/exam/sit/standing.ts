import type { Attempt } from '../../../exam/attempt/attempt.ts';
import { type Completeness, completeness } from '../../../exam/result/grade.ts';
import type { LoadedQuestions } from '../load.ts';

/** Where an item stands while the exam is taken. Tells nothing about right or wrong. */
export interface Standing {
  readonly position: number;
  readonly title: string;
  readonly completeness: Completeness;
  readonly flagged: boolean;
  /** The bank has the question no more; it does not count. */
  readonly gone: boolean;
}

const WORDS = { open: 'not answered', answered: 'answered', incomplete: 'not complete' } as const;

export const standings = ({ items }: Attempt, questions: LoadedQuestions): readonly Standing[] =>
  items.map(({ question, response, flagged }, position) => {
    const loaded = questions.get(question);
    return {
      position,
      title: loaded?.question.title ?? 'A question that is gone',
      completeness: loaded === undefined ? { state: 'open' } : completeness(loaded, response),
      flagged,
      gone: loaded === undefined,
    };
  });

/** "answered, flagged". */
export const standingText = ({ completeness: { state }, flagged, gone }: Standing): string =>
  [gone ? 'does not count' : WORDS[state], flagged ? 'flagged' : ''].filter((word) => word !== '').join(', ');

/** What is still to be done, as a sentence. */
export const openText = (all: readonly Standing[]): string => {
  const counting = all.filter(({ gone }) => !gone);
  const number = (state: Completeness['state']): number =>
    counting.filter(({ completeness }) => completeness.state === state).length;
  const flagged = counting.filter((one) => one.flagged).length;
  const parts = [
    `${number('answered')} of ${counting.length} answered`,
    number('incomplete') > 0 ? `${number('incomplete')} not complete` : '',
    number('open') > 0 ? `${number('open')} without an answer` : '',
    flagged > 0 ? `${flagged} flagged` : '',
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
};
