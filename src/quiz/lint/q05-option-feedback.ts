import { richText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { answersOf, plain } from './words.ts';

/** Characters that a reason needs at the least. */
const LEAST = 25;
const VERDICT = /^(?:this is |that is )?(?:in)?correct\.?$|^(?:wrong|right|no|yes)\.?$/i;
/** Kinds whose accepted answers may be several spellings of one. */
const TYPED: readonly string[] = ['text', 'number', 'predict'];

/** Each option has feedback of its own that says why. */
export const q05: Rule = {
  id: 'Q05',
  name: 'option-feedback',
  level: 'error',
  about: 'Each option has feedback of its own that says why.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > Incorrect.
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
    const seen = new Map<string, string>();
    return answersOf(question, types).flatMap(({ id, key, feedback }): Remark[] => {
      const text = richText(feedback).trim();
      const at = `option:${id}`;
      // What is accepted beside a model answer needs no words of its own, nor does the right half of a true-or-false pair.
      if (text === '' && key && TYPED.includes(question.type)) return [];
      if (text === '')
        return [{ at, text: 'This answer has no feedback.', remedy: 'Add a `>` line under it that says why.' }];
      if (VERDICT.test(text))
        return [{ at, text: 'The feedback only gives the verdict.', remedy: 'Say why: what would have to be so.' }];
      if (text.length < LEAST)
        return [{ at, text: `The feedback has ${text.length} characters.`, remedy: 'Say why it is right or wrong.' }];
      if (seen.has(plain(text)))
        return [{ at, text: 'Two answers have the same feedback.', remedy: 'Say of each what is particular to it.' }];
      seen.set(plain(text), id);
      return [];
    });
  }),
};
