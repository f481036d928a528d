import { richText } from '../rich/text.ts';
import { eachQuestion, type Rule } from './rule.ts';

const HINGE =
  /\b(?:previous|next|last|preceding) (?:question|item)\b|\bas above\b|\b(?:your|the) answer to (?:question|the)\b/i;

/** Each question can be answered by itself. */
export const q22: Rule = {
  id: 'Q22',
  name: 'hinged',
  level: 'warning',
  about: 'Each question can be answered by itself.',
  failing: `## T {#t obj=1a refs=doc}

As in the previous question: which part asks?

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

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question) => {
    const match = HINGE.exec(richText(question.stem));
    if (match === null) return [];
    return [
      {
        at: 'stem',
        text: `“${match[0]}” points at another question.`,
        remedy: 'Say here what is needed, or share a situation.',
      },
    ];
  }),
};
