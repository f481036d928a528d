import type { Question } from '../bank/bank.ts';
import { proseText, richText } from '../rich/text.ts';
import type { Finding, Rule } from './rule.ts';
import { optionsOf, wordsOf } from './words.ts';

/** Words in a row that give an answer away. */
const RUN = 5;
/** Words that more stems share are a phrase of the field. */
const MOST_OTHERS = 2;

const runsOf = (text: string): readonly string[] => {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
};

/** Ids of the questions whose stems have a run of words. */
const stemsByRun = (questions: readonly Question[]): ReadonlyMap<string, readonly string[]> => {
  const by = new Map<string, string[]>();
  for (const { id, stem } of questions)
    for (const run of new Set(runsOf(proseText(stem)))) by.set(run, [...(by.get(run) ?? []), id]);
  return by;
};

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
  check: ({ banks, types }) =>
    banks.flatMap(({ file, bank }): readonly Finding[] => {
      const byRun = stemsByRun(bank.questions);
      return bank.questions.flatMap((question): readonly Finding[] => {
        const own = new Set(runsOf(richText(question.stem)));
        const keys = optionsOf(question, types).filter(({ option }) => option.key);
        for (const run of keys.flatMap(({ prose }) => runsOf(prose))) {
          const others = (byRun.get(run) ?? []).filter((id) => id !== question.id);
          if (others.length === 0 || own.has(run) || others.length > MOST_OTHERS) continue;
          const text = `The stem of \`${others[0]}\` has the words “${run}” of this key.`;
          const remedy = 'Say it in other words in one of the two.';
          return [{ question: question.id, file, at: 'stem', text, remedy }];
        }
        return [];
      });
    }),
};
