import { proseText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { sentencesOf, wordsOf } from './words.ts';

const MOST_WORDS = 30;
const MOST_STEM = 90;
const MOST_GRADE = 12;
/** Words below which the formula says nothing (Flesch and Kincaid 1975 used samples of hundreds). */
const ENOUGH = 20;
/** The field's own terms, which no other word can replace. */
const TERMS =
  /^(?:kubernetes|serviceaccounts?|tokenreviews?|namespaces?|annotations?|authenticat\w*|configurations?|policies|policy|deployments?|secrets?|api|injector|operators?|applications?|audiences?|vault|permissions?|template|capabilit\w*|version|container\w*)$/;

const syllablesOf = (word: string): number =>
  Math.max(1, (word.replace(/(?:es|ed|e)$/, '').match(/[aeiouy]+/g) ?? []).length);

/** A stem is easy to read: short sentences, common words. */
export const q26: Rule = {
  id: 'Q26',
  name: 'reading-level',
  level: 'warning',
  about: 'A stem is easy to read: short sentences, common words.',
  failing: `## T {#t obj=1a refs=doc}

In the situation that was described in the introduction of this lesson about the identity of workloads in a cluster, which of the participating parts of the whole system is the one that asks?

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
  check: eachQuestion((question, { question: { scenario } }) => {
    const prose = proseText(question.stem);
    const words = wordsOf(prose);
    const sentences = sentencesOf(prose);
    const remark = (text: string): Remark[] => [
      { at: 'stem', text, remedy: 'Make shorter sentences, or move a part into the exhibit.' },
    ];
    const long = sentences.find((sentence) => wordsOf(sentence).length > MOST_WORDS);
    if (long !== undefined) return remark(`A sentence of ${wordsOf(long).length} words.`);
    if (scenario === null && words.length > MOST_STEM) return remark(`The stem has ${words.length} words.`);
    const common = words.filter((word) => !TERMS.test(word));
    if (common.length < ENOUGH) return [];
    const syllables = common.reduce((sum, word) => sum + syllablesOf(word), 0);
    const grade = 0.39 * (common.length / sentences.length) + 11.8 * (syllables / common.length) - 15.59;
    return grade > MOST_GRADE ? remark(`The stem reads like school grade ${Math.round(grade)}.`) : [];
  }),
};
