import type { Question } from '../bank/bank.ts';
import type { Registry } from '../types/registry.ts';
import { statements } from './examples.ts';
import { eachBank, type Remark, type Rule } from './rule.ts';

/** Questions from which on a share says something. */
const ENOUGH = 6;

const unbalanced = (questions: readonly Question[], types: Registry): readonly Remark[] => {
  const keys = questions.filter(({ type }) => type === 'truefalse').map((q) => types.find('truefalse')?.key(q.body));
  const share = keys.filter((key) => key === 'true').length / keys.length;
  if (keys.length < ENOUGH || (share >= 0.35 && share <= 0.65)) return [];
  return [
    {
      at: 'bank',
      text: `True is right in ${Math.round(share * 100)} % of ${keys.length} true-or-false questions.`,
      remedy: 'Turn some statements around.',
    },
  ];
};

/** True is right about as often as false. */
export const q25: Rule = {
  id: 'Q25',
  name: 'truefalse-balance',
  level: 'warning',
  about: 'True is right about as often as false.',
  failing: statements([true, true, true, true, true, false]),
  passing: statements([true, false, true, true, false, false]),
  // What a learner meets is all banks together, so they are also weighed together.
  check: (context) => {
    const alone = eachBank(({ bank }) => unbalanced(bank.questions, context.types))(context);
    const first = context.banks[0];
    if (alone.length > 0 || first === undefined) return alone;
    const all = context.banks.flatMap(({ bank }) => bank.questions);
    return unbalanced(all, context.types).map((remark) => ({
      ...remark,
      question: null,
      file: first.file,
      text: `All banks together: ${remark.text}`,
    }));
  },
};
