import { type Finding, items, type Rule } from './rule.ts';

/** What a question claims and the model shows agree. */
export const q30: Rule = {
  id: 'Q30',
  name: 'simulator-truth',
  level: 'error',
  about: 'What a question claims and the model shows agree.',
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
  passing: `## T {#u obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  example: {
    played: [
      {
        question: 't',
        of: 'a',
        holds: true,
        outcomes: [{ held: false, observed: 'the Agent asks', place: { line: 1, column: 1 } }],
      },
    ],
  },
  check: (context) =>
    context.played.flatMap((proof): Finding[] => {
      const item = items(context).find(({ question }) => question.id === proof.question);
      if (item === undefined) return [];
      const base = { question: proof.question, file: item.bank.file };
      const failed = proof.outcomes.find((outcome) => !outcome.held);
      if (proof.holds && failed !== undefined)
        return [
          {
            ...base,
            at: failed.place,
            text: `The answer is marked right, but the model shows: ${failed.observed}`,
            remedy: 'Correct the mark, or the proof.',
          },
        ];
      const first = proof.outcomes[0];
      if (!proof.holds && failed === undefined && first !== undefined)
        return [
          {
            ...base,
            at: first.place,
            text: `The answer is marked wrong, but the model meets all its expectations: ${first.observed}`,
            remedy: 'Correct the mark, or let the proof expect what would be so if the answer were right.',
          },
        ];
      return [];
    }),
};
