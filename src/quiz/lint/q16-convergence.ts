import { eachQuestion, type Rule } from './rule.ts';
import { grams, jaccard, mean, optionsOf, plain } from './words.ts';

/** How much more, as a difference of mean overlaps. */
const MOST = 0.15;

/** The key is not the option that shares most with the others. */
export const q16: Rule = {
  id: 'Q16',
  name: 'convergence',
  level: 'warning',
  about: 'The key is not the option that shares most with the others.',
  failing: `## T {#t obj=1a refs=doc}

Which path?

- [x] \`kv/data/app/config\` {#a}
  > Values are below the prefix \`data/\` of the mount.
- [ ] \`kv/data/app\` {#b}
  > This is the folder, and a folder has no values.
- [ ] \`app/config\` {#c}
  > The mount is missing, so no engine answers here.

> [!WHY] The mount comes first, then the prefix of the version.
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
    if (question.type !== 'single' || options.length < 3) return [];
    const sets = options.map(({ text }) => grams(plain(text), 3));
    const shared = sets.map((set, i) => mean(sets.filter((_, j) => j !== i).map((other) => jaccard(set, other))));
    const at = options.findIndex(({ option }) => option.key);
    const next = Math.max(...shared.filter((_, i) => i !== at));
    if (at < 0 || shared[at]! - next <= MOST) return [];
    return [
      {
        at: `option:${options[at]!.option.id}`,
        text: 'The key shares more with the other options than they do among each other.',
        remedy: 'Vary the distractors in other ways than by one word of the key.',
      },
    ];
  }),
};
