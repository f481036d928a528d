import { richText } from '../rich/text.ts';
import { eachQuestion, type Rule } from './rule.ts';
import { answersOf } from './words.ts';

const FOREIGN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]+/u;

/** Texts are in the script of the page. */
export const q37: Rule = {
  id: 'Q37',
  name: 'language',
  level: 'error',
  about: 'Texts are in the script of the page.',
  failing: `## T {#t obj=1a refs=doc}

どの部分 asks?

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
  check: eachQuestion((question, _item, { types }) => {
    const parts = [
      question.stem,
      question.why ?? [],
      ...question.hints,
      ...answersOf(question, types).flatMap((o) => [o.text, o.feedback]),
    ];
    const match = FOREIGN.exec(parts.map((part) => richText(part)).join('\n'));
    if (match === null) return [];
    return [{ at: 'stem', text: `Text in another script: “${match[0]}”.`, remedy: 'Translate it.' }];
  }),
};
