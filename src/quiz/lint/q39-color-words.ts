import { proseText } from '../rich/text.ts';
import { eachQuestion, type Rule } from './rule.ts';

const SEEN =
  /\bthe (?:red|green|blue|yellow|orange|gray|grey) \w+|\bon the (?:left|right)\b|\b(?:left|right)-hand\b|\b(?:at the )?(?:top|bottom) of the (?:picture|diagram)\b/i;

/** Nothing is referred to by color or position alone. */
export const q39: Rule = {
  id: 'Q39',
  name: 'color-words',
  level: 'warning',
  about: 'Nothing is referred to by color or position alone.',
  failing: `## T {#t obj=1a refs=doc}

Look at the red line. Which part asks?

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
    const match = SEEN.exec(proseText(question.stem));
    if (match === null) return [];
    return [{ at: 'stem', text: `“${match[0]}” needs eyes.`, remedy: 'Name the thing, its file or its line.' }];
  }),
};
