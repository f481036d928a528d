import { richText } from '../rich/text.ts';
import { eachQuestion, type Rule } from './rule.ts';
import { contentWords, jaccard } from './words.ts';

/** Share of common words above which an explanation says nothing new. */
const MOST_OVERLAP = 0.8;

/** Each question explains its key, beyond repeating it. */
export const q06: Rule = {
  id: 'Q06',
  name: 'explanation',
  level: 'error',
  about: 'Each question explains its key, beyond repeating it.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

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
    if (question.why === null)
      return [{ at: 'heading', text: 'The question has no explanation.', remedy: 'Add `> [!WHY] …` at its end.' }];
    const why = contentWords(richText(question.why));
    const key = contentWords(types.find(question.type)?.speakKey(question.body) ?? '');
    if (jaccard(why, key) <= MOST_OVERLAP) return [];
    return [
      {
        at: 'why',
        level: 'warning',
        text: 'The explanation only repeats the key.',
        remedy: 'Give the rule behind it.',
      },
    ];
  }),
};
