import { isFile, parse, STRICT } from '../../sim/hcl/index.ts';
import { parseYaml } from '../../yaml/index.ts';
import type { Question } from '../bank/bank.ts';
import { codeBlocks, codeText } from '../rich/text.ts';
import type { CodeBlock } from '../rich/types.ts';
import { rightIn } from '../types/cloze/gap.ts';
import type { ClozeGap } from '../types/cloze/schema.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';

/** Gaps of a cloze hold their right answer while the code is checked. */
const filled = (block: CodeBlock, question: Question): string => {
  const gaps = (question.body as { readonly gaps?: readonly ClozeGap[] } | null)?.gaps ?? [];
  return codeText(block, (id) => {
    const gap = gaps.find((candidate) => candidate.id === id);
    return gap === undefined ? 'x' : rightIn(gap);
  });
};

const problemIn = (block: CodeBlock, question: Question): string | null => {
  const text = filled(block, question);
  if (block.lang === 'yaml') return parseYaml(text).problems[0]?.text ?? null;
  if (block.lang === 'json') {
    try {
      JSON.parse(text);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  if (block.lang !== 'hcl') return null;
  const file = parse(text, STRICT);
  return isFile(file) ? null : file.text;
};

/** Code in a question parses, unless it is wrong on purpose. */
export const q29: Rule = {
  id: 'Q29',
  name: 'code-validity',
  level: 'error',
  about: 'Code in a question parses, unless it is wrong on purpose.',
  failing: `## T {#t obj=1a refs=doc}

\`\`\`yaml
a: [1
\`\`\`

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

\`\`\`hcl
path "kv/data/*" {
  capabilities = ["read"]
}
\`\`\`

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question, { bank }) => {
    const situation = bank.bank.scenarios.find(({ id }) => id === question.scenario);
    const first = bank.bank.questions.find(({ scenario }) => scenario === question.scenario);
    // What a situation shows is looked at once, with its first question.
    const shared = situation !== undefined && first?.id === question.id ? codeBlocks(situation.text) : [];
    return [...shared, ...codeBlocks(question.stem)].flatMap((block): Remark[] => {
      const problem = block.invalid ? null : problemIn(block, question);
      if (problem === null) return [];
      return [
        {
          at: 'stem',
          text: `The ${block.lang ?? ''} block${block.file === null ? '' : ` \`${block.file}\``} does not parse: ${problem}`,
          remedy: 'Correct it, or write `invalid-on-purpose` behind the language.',
        },
      ];
    });
  }),
};
