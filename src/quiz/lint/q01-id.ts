import { type Finding, items, type Rule } from './rule.ts';

/** An id is permanent: unique in all banks, and never lost without an alias. */
export const q01: Rule = {
  id: 'Q01',
  name: 'id',
  level: 'error',
  about: 'An id is permanent: unique in all banks, and never lost without an alias.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t aliases=gone obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  example: { known: ['t', 'gone'] },
  check: (context) => {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    for (const { question, bank } of items(context)) {
      for (const id of [question.id, ...question.aliases]) {
        const earlier = seen.get(id);
        if (earlier !== undefined)
          findings.push({
            question: question.id,
            file: bank.file,
            at: 'heading',
            text: `The id \`${id}\` is used already in ${earlier}.`,
            remedy: 'Give this question another id.',
          });
        else seen.set(id, bank.file);
      }
    }
    const first = context.banks[0];
    if (first === undefined) return findings;
    for (const id of context.known ?? []) {
      if (seen.has(id)) continue;
      findings.push({
        question: null,
        file: first.file,
        at: 'bank',
        text: `No bank has the question \`${id}\` any more; histories of learners point at it.`,
        remedy: `Name it where it went: \`aliases=${id}\`, or keep the question with \`status=retired\`.`,
      });
    }
    return findings;
  },
};
