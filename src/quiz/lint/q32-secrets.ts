import { richText } from '../rich/text.ts';
import { eachQuestion, type Remark, type Rule } from './rule.ts';
import { answersOf } from './words.ts';

const SECRETS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/, what: 'a token of Vault' },
  { pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/, what: 'a private key' },
  { pattern: /\bAKIA[0-9A-Z]{16}\b/, what: 'a key of a cloud account' },
  { pattern: /\bgh[pousr]_[A-Za-z0-9]{30,}/, what: 'a token of GitHub' },
];
/** The documented fakes. */
const FAKE = /^hv[sbr]\.SIM/;

/** No text looks like a credential that could open something. */
export const q32: Rule = {
  id: 'Q32',
  name: 'secrets',
  level: 'error',
  about: 'No text looks like a credential that could open something.',
  failing: `## T {#t obj=1a refs=doc}

The token is hvs.CAESIJ8dKfm2Qw9pRtYb3nXcVzLk. Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

The token is hvs.SIMxxxxxxxxxxxxxxxxxxxxxxxx. Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: eachQuestion((question, _item, { types }) => {
    const text = [
      richText(question.stem),
      ...answersOf(question, types).map((o) => `${richText(o.text)} ${richText(o.feedback)}`),
    ].join('\n');
    return SECRETS.flatMap(({ pattern, what }): Remark[] => {
      const match = pattern.exec(text)?.[0];
      if (match === undefined || FAKE.test(match)) return [];
      return [
        {
          at: 'stem',
          text: `This looks like ${what}: ${match.slice(0, 12)}…`,
          remedy: 'Write a fake one that begins with `hvs.SIM`, or shorten it with `…`.',
        },
      ];
    });
  }),
};
