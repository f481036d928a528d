import type { Rich } from '../rich/types.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';

/** Characters that say something. */
const LEAST = 8;

const imagesIn = (rich: Rich): readonly { readonly url: string; readonly alt: string }[] =>
  rich.flatMap((block) =>
    block.type === 'paragraph' ? block.children.flatMap((node) => (node.type === 'image' ? [node] : [])) : [],
  );

/** Each picture has words. */
export const q38: Rule = {
  id: 'Q38',
  name: 'alt-text',
  level: 'error',
  about: 'Each picture has words.',
  failing: `## T {#t obj=1a refs=doc}

![](flow.svg)

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

![Vault asks the API server](flow.svg)

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question) =>
    imagesIn(question.stem).flatMap(({ alt, url }): Remark[] =>
      alt.trim().length >= LEAST
        ? []
        : [
            {
              at: 'stem',
              text: `The picture \`${url}\` has no words.`,
              remedy: 'Say between the brackets what it shows.',
            },
          ],
    ),
  ),
};
