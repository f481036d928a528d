import { eachQuestion, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

/** A question has three to five options; a multiple choice may have six. */
export const q19: Rule = {
  id: 'Q19',
  name: 'option-count',
  level: 'warning',
  about: 'A question has three to five options; a multiple choice may have six.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b}
  > The Agent only sends a login to Vault.

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
  check: eachQuestion((question, _item, { types }) => {
    const count = optionsOf(question, types).length;
    const most = question.type === 'multiple' ? 6 : 5;
    if (count === 0 || (count >= 3 && count <= most)) return [];
    return [
      {
        at: 'stem',
        text: `The question has ${count} options.`,
        remedy:
          count < 3 ? 'Add a distractor that somebody really believes.' : 'Keep those that somebody really believes.',
      },
    ];
  }),
};
