import { fixedOrder } from './examples.ts';
import { eachBank, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

/** Times in a row. */
const MOST = 3;

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
    let same = 1;
    for (let i = 1; i < positions.length; i++) {
      same = positions[i] === positions[i - 1] ? same + 1 : 1;
      if (same > MOST)
        return [
          {
            at: 'bank',
            text: `The key of \`${fixed[i]!.id}\` and of the ${MOST} before it stands at the same place.`,
            remedy: 'Let the site shuffle: remove `shuffle=false` where the order means nothing.',
          },
        ];
    }
    return [];
  }),
};
