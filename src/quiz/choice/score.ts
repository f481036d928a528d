import { graded, type Outcome, type Score, type ScoreSettings } from '../score/score.ts';
import type { Option } from './option.ts';

const outcomeOf = (key: boolean, chosen: boolean): Outcome =>
  key ? (chosen ? 'right' : 'missed') : chosen ? 'wrong' : 'spared';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/**
 * Scores a choice: the share of keys chosen, less the share of keys' worth of wrong choices. Choosing everything is
 * therefore worth nothing when there are as many distractors as keys.
 */
export const scoreChoice = (options: readonly Option[], chosen: readonly string[], settings: ScoreSettings): Score => {
  const parts = options.map((option) => ({
    id: option.id,
    outcome: outcomeOf(option.key, chosen.includes(option.id)),
    feedback: option.feedback,
    misconception: option.misconception,
  }));
  const number = (outcome: Outcome): number => parts.filter((p) => p.outcome === outcome).length;
  const right = number('right');
  const wrong = number('wrong');
  const keys = right + number('missed');
  const what =
    keys === 1 && chosen.length <= 1
      ? right === 1
        ? 'You chose the right answer'
        : wrong === 1
          ? 'You chose a wrong answer'
          : 'You chose nothing'
      : `You chose ${right} of ${count(keys, 'right answer')} and ${count(wrong, 'wrong one')}`;
  return graded(keys === 0 ? 0 : (right - wrong) / keys, parts, what, settings);
};
