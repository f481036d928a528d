import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

const HEDGE = /\b(?:usually|often|may|can|typically|generally)\b/i;

/** Words such as “usually” do not give the key away. */
export const q13: Rule = {
  id: 'Q13',
  name: 'hedges',
  level: 'warning',
  about: 'Words such as “usually” do not give the key away.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Usually Vault {#a}
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
    if (options.some(({ option, prose }) => !option.key && HEDGE.test(prose))) return [];
    return options.flatMap(({ option, prose }): Remark[] => {
      const word = option.key ? HEDGE.exec(prose)?.[0] : undefined;
      return word === undefined
        ? []
        : [
            {
              at: `option:${option.id}`,
              text: `“${word}” stands in the key alone.`,
              remedy: 'Say it without the word, or in others too.',
            },
          ];
    });
  }),
};
