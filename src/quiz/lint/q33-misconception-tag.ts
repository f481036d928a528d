import { eachQuestion, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

const FROM = 3;

/** Distractors of harder questions name the misconception behind them. */
export const q33: Rule = {
  id: 'Q33',
  name: 'misconception-tag',
  level: 'warning',
  about: 'Distractors of harder questions name the misconception behind them.',
  failing: `## T {#t difficulty=3 obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t difficulty=3 obj=1a refs=doc}

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
    if (question.difficulty < FROM) return [];
    const wrong = optionsOf(question, types).filter(({ option }) => !option.key);
    if (wrong.length === 0 || wrong.some(({ option }) => option.misconception !== null)) return [];
    return [
      {
        at: 'stem',
        text: 'No distractor names a misconception.',
        remedy: 'Add `{m=M01}` to those that somebody really believes.',
      },
    ];
  }),
};
