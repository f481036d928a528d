import { eachQuestion, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

const MOST_RATIO = 2.5;
const MOST_DIFFERENCE = 40;

/** Options are of similar length. */
export const q11: Rule = {
  id: 'Q11',
  name: 'length-spread',
  level: 'warning',
  about: 'Options are of similar length.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet of the node on which the Pod was scheduled to run by the scheduler {#c}
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
    const lengths = optionsOf(question, types).map(({ text }) => text.length);
    if (lengths.length === 0) return [];
    const [longest, shortest] = [Math.max(...lengths), Math.min(...lengths)];
    if (longest / shortest <= MOST_RATIO || longest - shortest <= MOST_DIFFERENCE) return [];
    return [
      {
        at: 'stem',
        text: `The options have from ${shortest} to ${longest} characters.`,
        remedy: 'Bring them closer; details belong into the stem or the feedback.',
      },
    ];
  }),
};
