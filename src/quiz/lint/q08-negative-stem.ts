import { inlineText, proseText } from '../rich/text.ts';
import type { Rich } from '../rich/types.ts';
import { eachQuestion, type Rule } from './rule.ts';
import { sentencesOf } from './words.ts';

const NEGATIVE = /\b(?:not|except|never|least|false|incorrect)\b/i;

const isBold = (stem: Rich, word: string): boolean =>
  stem.some(
    (block) =>
      block.type === 'paragraph' &&
      block.children.some(
        (node) => node.type === 'strong' && inlineText(node.children).toLowerCase().includes(word.toLowerCase()),
      ),
  );

/** A stem asks for what is so. Where it must ask for what is not, the word is bold. */
export const q08: Rule = {
  id: 'Q08',
  name: 'negative-stem',
  level: 'error',
  about: 'A stem asks for what is so. Where it must ask for what is not, the word is bold.',
  failing: `## T {#t obj=1a refs=doc}

Which part does not ask?

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
    const last =
      sentencesOf(proseText(question.stem))
        .filter((sentence) => sentence.endsWith('?'))
        .at(-1) ?? '';
    const word = NEGATIVE.exec(last)?.[0];
    if (word === undefined) return [];
    if (!isBold(question.stem, word))
      return [
        {
          at: 'stem',
          text: `The question turns on “${word}”, which is not bold.`,
          remedy: `Write \`**${word}**\`, or ask for what is so.`,
        },
      ];
    return [
      {
        at: 'stem',
        level: 'warning',
        text: `The question asks for what is not (“${word}”).`,
        remedy: 'Ask for what is so.',
      },
    ];
  }),
};
