import { fixedOrder } from './examples.ts';
import { eachBank, type Remark, type Rule } from './rule.ts';
import { isUneven } from './statistics.ts';
import { optionsOf } from './words.ts';

/** Keys stand at all positions of the author's order. */
export const q23: Rule = {
  id: 'Q23',
  name: 'key-position',
  level: 'warning',
  about: "Keys stand at all positions of the author's order.",
  failing: fixedOrder(Array.from({ length: 18 }, () => 0)),
  passing: fixedOrder(Array.from({ length: 18 }, (_, i) => i % 3)),
  check: eachBank(({ bank }, { types }) =>
    [3, 4, 5].flatMap((count): Remark[] => {
      const positions = bank.questions
        // Where the site shuffles, the author's order is never shown.
        .filter((question) => question.type === 'single' && !question.shuffle)
        .map((question) => optionsOf(question, types))
        .filter((options) => options.length === count)
        .map((options) => options.findIndex(({ option }) => option.key));
      const counts = Array.from({ length: count }, (_, i) => positions.filter((position) => position === i).length);
      if (!isUneven(counts)) return [];
      return [
        {
          at: 'bank',
          text: `With ${count} options in a fixed order, the key stands at the positions ${counts.join(', ')} times.`,
          remedy: 'Let the site shuffle: remove `shuffle=false` where the order means nothing.',
        },
      ];
    }),
  ),
};
