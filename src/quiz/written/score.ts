import { graded, type Score, type ScoreSettings } from '../score/score.ts';
import type { Written } from './answer.ts';
import { type Comparing, normalise } from './normalise.ts';

/** Whether typed text is this answer. A pattern has to cover all of the text. */
export const isAnswer = (answer: Written, typed: string, comparing: Comparing): boolean => {
  const given = normalise(typed, comparing);
  if (!answer.pattern) return given === normalise(answer.source, comparing);
  return new RegExp(`^(?:${answer.source})$`, comparing.caseSensitive ? 'u' : 'iu').test(given);
};

/** Scores typed text: an accepted answer is worth everything. The learner sees how it was compared. */
export const scoreWritten = (
  answers: readonly Written[],
  typed: string,
  comparing: Comparing,
  settings: ScoreSettings,
): Score => {
  const accepted = answers.find((answer) => answer.key && isAnswer(answer, typed, comparing));
  const found = accepted ?? answers.find((answer) => !answer.key && isAnswer(answer, typed, comparing));
  const part = {
    id: found?.id ?? 'given',
    outcome: accepted === undefined ? ('wrong' as const) : ('right' as const),
    feedback: found?.feedback ?? [],
    misconception: found?.misconception ?? null,
  };
  const what = `Your answer was compared as “${normalise(typed, comparing)}”`;
  return graded(accepted === undefined ? 0 : 1, [part], what, settings);
};

/** The first accepted answer that can be typed as it stands. */
export const modelAnswer = (answers: readonly Written[]): string =>
  answers.find((answer) => answer.key && !answer.pattern)?.source ?? '';
