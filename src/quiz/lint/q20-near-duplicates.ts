import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { grams, jaccard, optionsOf, plain } from './words.ts';

/** Similarity above which two options are hard to tell apart. */
const MOST = 0.9;
/** Signs matter in code: `kv/+` and `kv/*` are different answers. */
const bare = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Options differ. */
export const q20: Rule = {
  id: 'Q20',
  name: 'near-duplicates',
  level: 'error',
  about: 'Options differ.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The  *agent* {#c}
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
    return options.flatMap(({ option, text }, i): Remark[] => {
      for (const { text: earlier } of options.slice(0, i)) {
        const at = `option:${option.id}`;
        if (plain(earlier) === plain(text) && bare(earlier) === bare(text))
          return [{ at, text: 'Two options say the same.', remedy: 'Remove one of them.' }];
        if (jaccard(grams(bare(earlier), 3), grams(bare(text), 3)) > MOST)
          return [
            {
              at,
              level: 'warning',
              text: 'Two options are nearly the same.',
              remedy: 'Make the difference easier to see.',
            },
          ];
      }
      return [];
    });
  }),
};
