import { statements } from './examples.ts';
import { eachBank, type Rule } from './rule.ts';

/** Questions from which on a share says something. */
const ENOUGH = 6;

/** True is right about as often as false. */
export const q25: Rule = {
  id: 'Q25',
  name: 'truefalse-balance',
  level: 'warning',
  about: 'True is right about as often as false.',
  failing: statements([true, true, true, true, true, false]),
  passing: statements([true, false, true, true, false, false]),
  check: eachBank(({ bank }, { types }) => {
    const keys = bank.questions
      .filter(({ type }) => type === 'truefalse')
      .map((q) => types.find('truefalse')?.key(q.body));
    const share = keys.filter((key) => key === 'true').length / keys.length;
    if (keys.length < ENOUGH || (share >= 0.35 && share <= 0.65)) return [];
    return [
      {
        at: 'bank',
        text: `True is right in ${Math.round(share * 100)} % of ${keys.length} true-or-false questions.`,
        remedy: 'Turn some statements around.',
      },
    ];
  }),
};
