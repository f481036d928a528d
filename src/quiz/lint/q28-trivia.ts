import { ofLevel } from './examples.ts';
import { eachBank, type Rule } from './rule.ts';

const MOST = 0.35;
/** Questions from which on a share says something. */
const ENOUGH = 5;

/** Most questions ask for more than a remembered word. */
export const q28: Rule = {
  id: 'Q28',
  name: 'trivia',
  level: 'warning',
  about: 'Most questions ask for more than a remembered word.',
  failing: ofLevel('remember', 5),
  passing: ofLevel('apply', 5),
  check: eachBank(({ bank }) => {
    const asked = bank.questions.filter(({ status }) => status !== 'retired');
    const share = asked.filter(({ bloom }) => bloom === 'remember').length / asked.length;
    if (asked.length < ENOUGH || share <= MOST) return [];
    return [
      {
        at: 'bank',
        text: `${Math.round(share * 100)} % of the questions ask to remember.`,
        remedy: 'Ask for the use of what is remembered.',
      },
    ];
  }),
};
