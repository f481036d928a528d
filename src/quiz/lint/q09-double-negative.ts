import { proseText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { optionsOf, sentencesOf } from './words.ts';

const NEGATIVE = /\b(?:not|except|never|no|none|cannot|nobody|nothing)\b/i;

/** A negative stem has no negative options. */
export const q09: Rule = {
  id: 'Q09',
  name: 'double-negative',
  level: 'error',
  about: 'A negative stem has no negative options.',
  failing: `## T {#t obj=1a refs=doc}

Which part does **not** ask?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] Never the kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] Never the kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question, _item, { types }) => {
    const last =
      sentencesOf(proseText(question.stem))
        .filter((sentence) => sentence.endsWith('?'))
        .at(-1) ?? '';
    if (!NEGATIVE.test(last)) return [];
    return optionsOf(question, types).flatMap(({ option, prose }): Remark[] =>
      NEGATIVE.test(prose)
        ? [
            {
              at: `option:${option.id}`,
              text: 'A negative option under a negative stem.',
              remedy: 'Turn one of them around.',
            },
          ]
        : [],
    );
  }),
};
