import { proseText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { answersOf } from './words.ts';

/** What to write instead, by the word (after the style guides of Kubernetes and Google for developers). */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bmaster(?: node)?\b/i, '“control plane” or “primary”'],
  [/\bslave\b/i, '“replica” or “secondary”'],
  [/\bwhite-?list/i, '“allow list”'],
  [/\bblack-?list/i, '“deny list”'],
  [/\bsanity check/i, '“check”'],
  [/\b(?:he|his|him|she|her|hers)\b/i, '“they”, or name the role'],
  [/\b(?:guys|manpower|man-hours)\b/i, '“people”, “work”, “hours of work”'],
  [/\b(?:crazy|insane|dumb|lame|cripple[sd]?)\b/i, 'what exactly is meant'],
  [/\bgrandfathered\b/i, '“exempt”'],
  [/\bdummy\b/i, '“placeholder”'],
];

/** Words exclude nobody. */
export const q36: Rule = {
  id: 'Q36',
  name: 'inclusive',
  level: 'warning',
  about: 'Words exclude nobody.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The master node starts containers and mounts files.

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
    const text = proseText([
      ...question.stem,
      ...(question.why ?? []),
      ...answersOf(question, types).flatMap((o) => [...o.text, ...o.feedback]),
    ]);
    return WORDS.flatMap(([pattern, instead]): Remark[] => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ at: 'stem', text: `“${match[0]}”.`, remedy: `Write ${instead}.` }];
    });
  }),
};
