import { suggestion } from '../../text/suggest.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';

/** Days after which a page may have changed. */
const MOST_DAYS = 365;

/** Each claim can be checked: a question cites a reference, and somebody compared it within a year. */
export const q03: Rule = {
  id: 'Q03',
  name: 'reference',
  level: 'error',
  about: 'Each claim can be checked: a question cites a reference, and somebody compared it within a year.',
  failing: `## T {#t obj=1a refs=dock}

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
  check: eachQuestion((question, { bank }, { today }) => {
    if (question.citations.length === 0)
      return [
        { at: 'heading', text: 'The question cites nothing.', remedy: 'Add `refs=` with a key of the front matter.' },
      ];
    return question.citations.flatMap(({ key }): Remark[] => {
      const reference = bank.bank.references[key];
      if (reference === undefined)
        return [
          {
            at: 'attribute:refs',
            text: `The front matter has no reference \`${key}\`.`,
            remedy: suggestion(key, Object.keys(bank.bank.references)),
          },
        ];
      if (today === null || reference.verified === null) return [];
      const days = (Date.parse(today) - Date.parse(reference.verified)) / 86_400_000;
      if (days <= MOST_DAYS) return [];
      return [
        {
          at: 'attribute:refs',
          level: 'warning',
          text: `The reference \`${key}\` was last compared ${Math.round(days)} days ago.`,
          remedy: 'Read it again and set `verified` to that day.',
        },
      ];
    });
  }),
};
