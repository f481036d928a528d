import { suggestion } from '../../text/suggest.ts';
import { eachQuestion, type Rule } from './rule.ts';

/** Each question names an objective of the exam. */
export const q02: Rule = {
  id: 'Q02',
  name: 'objective',
  level: 'error',
  about: 'Each question names an objective of the exam.',
  failing: `## T {#t obj=1z refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  example: { objectives: ['1a', '1b'] },
  check: eachQuestion((question, _item, { objectives }) => {
    if (question.objectives.length === 0)
      return [{ at: 'heading', text: 'The question names no objective.', remedy: 'Add `obj=1a` to the heading.' }];
    return question.objectives
      .filter((id) => objectives !== null && !objectives.includes(id))
      .map((id) => ({
        at: 'attribute:obj',
        text: `\`${id}\` is no objective of the exam.`,
        remedy: suggestion(id, objectives ?? []),
      }));
  }),
};
