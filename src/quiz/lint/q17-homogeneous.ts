import { proseText } from '../rich/text.ts';
import type { Rich } from '../rich/types.ts';
import { eachQuestion, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

type Kind = 'code' | 'prose';
const NAMES: Readonly<Record<Kind, string>> = { code: 'code', prose: 'prose' };

/** Code is an option of which at least two thirds is set as code. */
const kindOf = (rich: Rich, text: string): Kind =>
  proseText(rich).replace(/\s+/g, '').length * 3 <= text.length ? 'code' : 'prose';

/** Options are of one kind: all commands, all paths, or all prose. */
export const q17: Rule = {
  id: 'Q17',
  name: 'homogeneous',
  level: 'warning',
  about: 'Options are of one kind: all commands, all paths, or all prose.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] \`vault\` {#a}
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
    const kinds = optionsOf(question, types).map(({ option, text }) => kindOf(option.text, text));
    const alone = [...new Set(kinds)].filter((kind) => kinds.filter((other) => other === kind).length === 1);
    const key = optionsOf(question, types).findIndex(({ option }) => option.key);
    if (kinds.length < 3 || alone.length === 0 || !alone.includes(kinds[key]!) || new Set(kinds).size !== 2) return [];
    return [
      {
        at: 'stem',
        text: `The key is ${NAMES[kinds[key]!]}, the others are not.`,
        remedy: 'Write all options in one form.',
      },
    ];
  }),
};
