import { fixedOrder } from './examples.ts';
import { eachBank, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

/** Times in a row. */
const MOST = 3;

/** Where a pattern of this length has repeated more than the allowed times; null where none does. */
const repeatsAt = (positions: readonly number[], period: number): number | null => {
  let same = 0;
  for (let i = period; i < positions.length; i++) {
    same = positions[i] === positions[i - period] ? same + 1 : 0;
    if (same >= MOST * period) return i;
  }
  return null;
};

/** Keys of questions in a fixed order follow no pattern. */
export const q24: Rule = {
  id: 'Q24',
  name: 'key-pattern',
  level: 'warning',
  about: 'Keys of questions in a fixed order follow no pattern.',
  failing: fixedOrder([1, 2, 2, 2, 2, 0]),
  passing: fixedOrder([1, 2, 2, 0, 2, 0]),
  check: eachBank(({ bank }, { types }) => {
    const fixed = bank.questions.filter((question) => question.type === 'single' && !question.shuffle);
    const positions = fixed.map((question) => optionsOf(question, types).findIndex(({ option }) => option.key));
    const at = [1, 2, 3]
      .map((period) => ({ period, end: repeatsAt(positions, period) }))
      .find(({ end }) => end !== null);
    if (at !== undefined && at.end !== null)
      return [
        {
          at: 'bank',
          text:
            at.period === 1
              ? `The key of \`${fixed[at.end]!.id}\` and of the ${MOST} before it stands at the same place.`
              : `Up to \`${fixed[at.end]!.id}\` the places of keys repeat every ${at.period} questions.`,
          remedy: 'Let the site shuffle: remove `shuffle=false` where the order means nothing.',
        },
      ];
    return [];
  }),
};
