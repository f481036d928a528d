import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

const COMBINED =
  /\b(?:all|none|both|neither|either) of (?:the )?(?:above|these|them)\b|^(?:both )?[A-E] (?:and|or) [A-E]\b/i;

/** No option speaks of other options. */
export const q07: Rule = {
  id: 'Q07',
  name: 'all-none',
  level: 'error',
  about: 'No option speaks of other options.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] Both of the above {#c}
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
  check: eachQuestion((question, _item, { types }) =>
    optionsOf(question, types).flatMap(({ option, text }): Remark[] =>
      COMBINED.test(text)
        ? [
            {
              at: `option:${option.id}`,
              text: 'This option combines others.',
              remedy: 'Ask a multiple choice, or write an option of its own.',
            },
          ]
        : [],
    ),
  ),
};
