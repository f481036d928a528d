import type { Question } from '../bank/bank.ts';
import { proseText, richText } from '../rich/text.ts';
import { eachBank, type Remark, type Rule } from './rule.ts';
import { optionsOf, wordsOf } from './words.ts';

/** Words in a row that give an answer away. */
const RUN = 5;
/** Words that more stems share are a phrase of the field. */
const MOST_OTHERS = 2;

const runsOf = (text: string): readonly string[] => {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
};

const places = (_questions: readonly Question[], _id: string): string => 'bank';

/** No stem tells the key of another question of the same bank. */
export const q35: Rule = {
  id: 'Q35',
  name: 'cueing',
  level: 'warning',
  about: 'No stem tells the key of another question of the same bank.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault asks the API server first {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
## T {#u obj=1a refs=doc}

Vault asks the API server first. Why?

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

- [x] Vault asks the API server first {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
## T {#u obj=1a refs=doc}

A login needs a review. Why?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachBank(({ bank }, { types }) => {
    const byRun = new Map<string, Set<string>>();
    for (const { id, stem } of bank.questions) {
      for (const run of runsOf(proseText(stem))) {
        const known = byRun.get(run);
        if (known === undefined) byRun.set(run, new Set([id]));
        else known.add(id);
      }
    }
    return bank.questions.flatMap((question): Remark[] => {
      const own = new Set(runsOf(richText(question.stem)));
      for (const { option, prose } of optionsOf(question, types)) {
        if (!option.key) continue;
        for (const run of runsOf(prose)) {
          const others = [...(byRun.get(run) ?? [])].filter((id) => id !== question.id);
          if (others.length === 0 || own.has(run) || others.length > MOST_OTHERS) continue;
          return [
            {
              at: places(bank.questions, question.id),
              text: `The stem of \`${others[0]}\` has the words “${run}” of the key of \`${question.id}\`.`,
              remedy: 'Say it in other words in one of the two.',
            },
          ];
        }
      }
      return [];
    });
  }),
};
