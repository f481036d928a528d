import { EXAM_SETTINGS } from '../score/score.ts';
import type { TextBody } from '../types/text/schema.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';

/** A text answer can be given safely: accepted and foreseen wrong answers are listed, patterns are anchored. */
export const q40: Rule = {
  id: 'Q40',
  name: 'text-safety',
  level: 'error',
  about: 'A text answer can be given safely: accepted and foreseen wrong answers are listed, patterns are anchored.',
  failing: `## T {#t obj=1a refs=doc}

Name the field.

- = audience
  > The role compares it with the claim.

> [!WHY] A role has one audience, as a string.
`,
  passing: `## T {#t obj=1a refs=doc}

Name the field.

- = audience
  > The role compares it with the claim.
- != aud
  > That is the claim in the token itself.

> [!WHY] A role has one audience, as a string.
`,
  check: eachQuestion((question, _item, { types }) => {
    if (question.type !== 'text') return [];
    const { answers } = question.body as TextBody;
    const remarks: Remark[] = [];
    const remark = (at: string, text: string, remedy: string): void => void remarks.push({ at, text, remedy });
    if (!answers.some(({ key }) => key)) remark('heading', 'No answer is accepted.', 'Add `- = the answer`.');
    if (!answers.some(({ key }) => !key))
      remark('heading', 'No wrong answer is foreseen.', 'Add `- != what people write` with feedback.');
    for (const answer of answers) {
      if (answer.pattern && /^\.\*|\.\*$/.test(answer.source))
        remark(`option:${answer.id}`, 'The pattern accepts anything at an end.', 'Name what may stand there.');
      const type = types.find('text');
      if (!answer.key && !answer.pattern && type?.score(question.body, answer.source, EXAM_SETTINGS).right === true)
        remark(`option:${answer.id}`, 'This wrong answer is also accepted.', 'Narrow the accepted answers.');
    }
    return remarks;
  }),
};
