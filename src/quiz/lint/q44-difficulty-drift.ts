import { eachQuestion, type Remark, type Rule } from './rule.ts';

/** Answers from which on a share says something. */
const ENOUGH = 20;
const LEAST_CORRELATION = 0.15;

/** The stated difficulty is what sessions show. */
export const q44: Rule = {
  id: 'Q44',
  name: 'difficulty-drift',
  level: 'warning',
  about: 'The stated difficulty is what sessions show.',
  failing: `## T {#t difficulty=5 obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t difficulty=2 obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  example: { results: { t: { answered: 40, right: 0.8, correlation: 0.4 } } },
  check: eachQuestion((question, _item, { results }) => {
    const seen = Object.hasOwn(results, question.id) ? results[question.id]! : null;
    if (seen === null || seen.answered < ENOUGH) return [];
    const remarks: Remark[] = [];
    const shown = Math.min(5, Math.max(1, Math.round(5 - 4 * seen.right)));
    if (Math.abs(shown - question.difficulty) >= 2)
      remarks.push({
        at: 'attribute:difficulty',
        text: `${Math.round(seen.right * 100)} % of ${seen.answered} answers were right: that is difficulty ${shown}.`,
        remedy: `Write \`difficulty=${shown}\`, or change the question.`,
      });
    if (seen.correlation !== null && seen.correlation < LEAST_CORRELATION)
      remarks.push({
        at: 'stem',
        text: `Who knows the rest does not know this more often (correlation ${seen.correlation.toFixed(2)}).`,
        remedy: 'Look for a second right answer, or for a trick.',
      });
    return remarks;
  }),
};
