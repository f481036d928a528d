import { proseText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

/** Each option fits the grammar of the stem, and all end alike. */
export const q15: Rule = {
  id: 'Q15',
  name: 'grammar-cue',
  level: 'warning',
  about: 'Each option fits the grammar of the stem, and all end alike.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet does. {#c}
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
    const options = optionsOf(question, types);
    const stem = proseText(question.stem).trim();
    const remarks: Remark[] = [];
    if (/\b(?:a|an)$/i.test(stem))
      remarks.push({
        at: 'stem',
        text: 'The stem ends with an article, which fits only some options.',
        remedy: 'Write `a(n)` into the options.',
      });
    const ended = options.filter(({ text }) => /[.!?]$/.test(text)).length;
    if (ended > 0 && ended < options.length)
      remarks.push({
        at: 'stem',
        text: 'Some options end with a period and some do not.',
        remedy: 'End all alike, best without.',
      });
    return remarks;
  }),
};
