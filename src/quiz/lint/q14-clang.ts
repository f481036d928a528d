import { proseText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { contentWords, optionsOf, sentencesOf } from './words.ts';

/** No word connects the stem with the key alone. */
export const q14: Rule = {
  id: 'Q14',
  name: 'clang',
  level: 'warning',
  about: 'No word connects the stem with the key alone.',
  failing: `## T {#t obj=1a refs=doc}

Which part does the review?

- [x] Vault, the reviewer {#a}
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
  check: eachQuestion((question, _item, { types }) => {
    const options = optionsOf(question, types);
    const asked = sentencesOf(proseText(question.stem)).at(-1) ?? '';
    const stem = contentWords(asked);
    const others = new Set(
      options.filter(({ option }) => !option.key).flatMap(({ prose }) => [...contentWords(prose)]),
    );
    return options.flatMap(({ option, prose }): Remark[] => {
      if (!option.key) return [];
      const shared = [...contentWords(prose)].filter((word) => word.length > 4 && stem.has(word) && !others.has(word));
      return shared.length === 0
        ? []
        : [
            {
              at: `option:${option.id}`,
              text: `“${shared[0]}…” stands in the stem and in the key, but in no other option.`,
              remedy: 'Use another word in one of the two, or in a distractor too.',
            },
          ];
    });
  }),
};
