import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { answersOf } from './words.ts';

/** A single choice has one key; a multiple choice has at least two keys, at least one distractor, and says how many. */
export const q04: Rule = {
  id: 'Q04',
  name: 'key-count',
  level: 'error',
  about:
    'A single choice has one key; a multiple choice has at least two keys, at least one distractor, and says how many.',
  failing: `## T {#t type=multiple select=2 obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [x] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [x] The kubelet {#c}
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
  check: eachQuestion((question, _item, { types }) => {
    const options = answersOf(question, types);
    const keys = options.filter((option) => option.key).length;
    const remark = (text: string, remedy: string): Remark[] => [{ at: 'heading', text, remedy }];
    if ((question.type === 'single' || question.type === 'truefalse') && keys !== 1)
      return remark(`${keys} options are marked right.`, 'Mark exactly one with `[x]`.');
    if (question.type !== 'multiple') return [];
    const { select } = question.body as { readonly select: number | null };
    if (keys < 2)
      return remark('A multiple choice has at least two right options.', 'Mark another, or make it a single choice.');
    if (keys === options.length) return remark('Every option is right.', 'Add an option that is wrong.');
    if (select !== null && select !== keys)
      return [
        {
          at: 'attribute:select',
          text: `\`select=${select}\`, but ${keys} options are right.`,
          remedy: `Write \`select=${keys}\`, also in the stem.`,
        },
      ];
    return [];
  }),
};
