import { type Finding, items, type Rule } from './rule.ts';

/**
 * Where a mark and what the model shows disagree; null where they agree.
 * @param holds whether the answer is marked right
 * @returns which expectation shows it, and words for it
 */
export const contradiction = (
  holds: boolean,
  outcomes: readonly { readonly held: boolean; readonly observed: string }[],
): { readonly expectation: number; readonly text: string; readonly remedy: string } | null => {
  const failed = outcomes.findIndex((outcome) => !outcome.held);
  if (holds)
    return failed < 0
      ? null
      : {
          expectation: failed,
          text: `The answer is marked right, but the model shows: ${outcomes[failed]!.observed}`,
          remedy: 'Correct the mark, or the proof.',
        };
  return failed >= 0
    ? null
    : {
        expectation: 0,
        text: `The answer is marked wrong, but the model meets all its expectations: ${outcomes[0]?.observed ?? ''}`,
        remedy: 'Correct the mark, or let the proof expect what would be so if the answer were right.',
      };
};

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
      const fault = contradiction(proof.holds, proof.outcomes);
      if (fault === null) return [];
      const { text, remedy, expectation } = fault;
      const at = proof.outcomes[expectation]?.place ?? 'heading';
      return [{ question: proof.question, file: item.bank.file, at, text, remedy }];
    }),
};
