import { ANNOTATIONS } from '../../sim/injector/annotations/index.ts';
import { suggestion } from '../../text/suggest.ts';
import { codeBlocks, codeText } from '../rich/text.ts';
import type { Rich } from '../rich/types.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { answersOf } from './words.ts';

const ANNOTATION = /vault\.hashicorp\.com\/([a-z][a-zA-Z0-9-]*)/g;
const names = ANNOTATIONS.map(({ name }) => name);
const known = (name: string): boolean =>
  ANNOTATIONS.some((annotation) =>
    annotation.form === 'plain'
      ? annotation.name === name
      : name === annotation.name || name.startsWith(`${annotation.name}-`),
  );

/** Annotations that the Injector does not know. A name that a gap cuts off is left alone. */
const unknownIn = (text: string): readonly string[] =>
  [...text.matchAll(ANNOTATION)].map((match) => match[1]!).filter((name) => !name.endsWith('-') && !known(name));

const wordsFor = (term: string): { readonly text: string; readonly remedy: string } => ({
  text: `The Injector has no annotation \`${term}\`.`,
  remedy: `${suggestion(term, names)} Where a wrong one is the point, say so with \`lint-ok\`.`,
});

const inlineCodes = (rich: Rich): readonly string[] =>
  rich.flatMap((block) =>
    block.type === 'paragraph' ? block.children.flatMap((node) => (node.type === 'code' ? [node.value] : [])) : [],
  );

/** Annotations and role fields in code exist, unless a wrong one is the point. */
export const q31: Rule = {
  id: 'Q31',
  name: 'unknown-term',
  level: 'warning',
  about: 'Annotations and role fields in code exist, unless a wrong one is the point.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] \`vault.hashicorp.com/agent-injekt: "true"\` {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] \`vault.hashicorp.com/agent-inject: "true"\` {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question, _item, { types }) => {
    const texts = [
      ...inlineCodes(question.stem).filter(() => question.type !== 'truefalse'),
      ...answersOf(question, types)
        .filter((option) => option.key)
        .flatMap((option) => inlineCodes(option.text)),
    ];
    return [
      ...codeBlocks(question.stem)
        .filter((block) => !block.invalid)
        .map((block) => codeText(block, () => ' ')),
      ...texts,
    ].flatMap((text): Remark[] => unknownIn(text).map((term) => ({ at: 'stem', ...wordsFor(term) })));
  }),
};
