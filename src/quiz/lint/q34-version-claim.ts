import { proseText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { answersOf } from './words.ts';

const CLAIM = /\b(?:latest|recent(?:ly)?|new in|newer versions?|nowadays|modern versions?)\b/i;

/** “Recent” and “new” come with a version. */
export const q34: Rule = {
  id: 'Q34',
  name: 'version-claim',
  level: 'warning',
  about: '“Recent” and “new” come with a version.',
  failing: `## T {#t obj=1a refs=doc}

In the latest version, which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

In version 1.19, the latest here, which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question, _item, { types }) => {
    const texts = [
      question.stem,
      question.why ?? [],
      ...answersOf(question, types).map((option) => option.feedback),
    ].map(proseText);
    return texts.flatMap((text): Remark[] => {
      const match = CLAIM.exec(text);
      if (match === null || /\d+\.\d+/.test(text)) return [];
      return [{ at: 'stem', text: `“${match[0]}” without a version.`, remedy: 'Write since which version.' }];
    });
  }),
};
