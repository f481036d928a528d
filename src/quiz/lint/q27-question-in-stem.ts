import { richText } from '../rich/text.ts';
import { eachQuestion, type Rule } from './rule.ts';

const IMPERATIVE =
  /\b(?:select|choose|order|put|name|match|complete|write|pick|type|predict|fill|give|mark|find|fix|repair)\b/i;

/** The stem can be answered without looking at the options. */
export const q27: Rule = {
  id: 'Q27',
  name: 'question-in-stem',
  level: 'warning',
  about: 'The stem can be answered without looking at the options.',
  failing: `## T {#t obj=1a refs=doc}

The part that asks

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
  check: eachQuestion((question) => {
    if (question.type === 'truefalse' || question.type === 'lab') return [];
    const text = richText(question.stem);
    if (/\?/.test(text) || IMPERATIVE.test(text)) return [];
    return [
      {
        at: 'stem',
        text: 'The stem asks nothing.',
        remedy: 'End it with a question, or with “Select …”, “Order …”, “Name …”.',
      },
    ];
  }),
};
