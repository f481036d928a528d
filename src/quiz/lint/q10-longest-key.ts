import type { Question } from '../bank/bank.ts';
import type { Registry } from '../types/registry.ts';
import { eachBank, eachQuestion, type Remark, type Rule } from './rule.ts';
import { binomialTail } from './statistics.ts';
import { mean, optionsOf } from './words.ts';

/** How much longer than the mean distractor a key may be. */
const MOST = 1.25;
/** Characters below which a difference does not catch the eye. */
const UNSEEN = 12;
/** By number of options: the share of keys that are the longest option, and what chance gives. */
const SHARES: Readonly<Record<number, { readonly most: number; readonly chance: number }>> = {
  3: { most: 0.45, chance: 1 / 3 },
  4: { most: 0.4, chance: 1 / 4 },
};
const SURE = 0.01;

const lengths = (question: Question, types: Registry): { key: number; others: readonly number[] } | null => {
  const options = optionsOf(question, types);
  const keys = options.filter(({ option }) => option.key);
  if (question.type !== 'single' || keys.length !== 1) return null;
  return {
    key: keys[0]!.text.length,
    others: options.filter(({ option }) => !option.key).map(({ text }) => text.length),
  };
};

const single = eachQuestion((question, _item, { types }) => {
  const found = lengths(question, types);
  if (found === null || found.others.length === 0) return [];
  const others = mean(found.others);
  if (found.key <= Math.max(...found.others) || found.key <= others * MOST || found.key - others < UNSEEN) return [];
  return [
    {
      at: 'stem',
      text: `The key has ${found.key} characters, the other options ${Math.round(others)} on average.`,
      remedy: 'Shorten the key, or say more in the others; the reason belongs into the feedback.',
    },
  ];
});

const whole = eachBank(({ bank }, { types }) =>
  [3, 4].flatMap((count): Remark[] => {
    const found = bank.questions
      .flatMap((question) => lengths(question, types) ?? [])
      .filter(({ others }) => others.length === count - 1);
    const longest = found.filter(({ key, others }) => key > Math.max(...others)).length;
    const { most, chance } = SHARES[count]!;
    if (found.length === 0 || longest / found.length <= most || binomialTail(longest, found.length, chance) >= SURE)
      return [];
    return [
      {
        at: 'bank',
        level: 'error',
        text: `In ${longest} of ${found.length} questions with ${count} options the key is the longest.`,
        remedy: 'Make distractors as full as keys.',
      },
    ];
  }),
);

/** The key is no longer than the distractors. */
export const q10: Rule = {
  id: 'Q10',
  name: 'longest-key',
  level: 'warning',
  about: 'The key is no longer than the distractors.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault, which shows its own token to the API server of the cluster and asks {#a}
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
  check: (context) => [...single(context), ...whole(context)],
};
