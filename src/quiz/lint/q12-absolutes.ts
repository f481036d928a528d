import { eachBank, eachQuestion, type Remark, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

const ABSOLUTE = /\b(?:always|never|only|all|none|every|must|cannot)\b/i;
/** How much more often than in keys they may stand in distractors, and from how many on that says something. */
const MOST_RATIO = 2;
const ENOUGH = 5;

const single = eachQuestion((question, _item, { types }) => {
  const options = optionsOf(question, types);
  if (options.some(({ option, prose }) => option.key && ABSOLUTE.test(prose))) return [];
  return options.flatMap(({ option, prose }): Remark[] => {
    const word = ABSOLUTE.exec(prose)?.[0];
    return word === undefined
      ? []
      : [
          {
            at: `option:${option.id}`,
            text: `“${word}” stands in a wrong option and in no right one.`,
            remedy: 'Say it without the word.',
          },
        ];
  });
});

const whole = eachBank(({ bank }, { types }) => {
  const options = bank.questions.flatMap((question) => optionsOf(question, types));
  const rate = (key: boolean): { found: number; share: number } => {
    const some = options.filter(({ option }) => option.key === key);
    const found = some.filter(({ prose }) => ABSOLUTE.test(prose)).length;
    return { found, share: some.length === 0 ? 0 : found / some.length };
  };
  const [keys, others] = [rate(true), rate(false)];
  if (others.found < ENOUGH || others.share <= MOST_RATIO * keys.share) return [];
  return [
    {
      at: 'bank',
      level: 'error',
      text: `Absolute words stand in ${Math.round(others.share * 100)} % of the distractors and ${Math.round(keys.share * 100)} % of the keys.`,
      remedy: 'Take them out of distractors.',
    },
  ];
});

/** Words such as “always” do not give distractors away. */
export const q12: Rule = {
  id: 'Q12',
  name: 'absolutes',
  level: 'warning',
  about: 'Words such as “always” do not give distractors away.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet, always {#c}
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
