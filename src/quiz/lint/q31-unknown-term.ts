import { ANNOTATIONS } from '../../sim/injector/annotations/index.ts';
import { configFields } from '../../sim/vault/auth-kubernetes/config-path.ts';
import { roleFields } from '../../sim/vault/auth-kubernetes/role-write.ts';
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
const unknownAnnotations = (text: string): readonly Unknown[] =>
  [...text.matchAll(ANNOTATION)]
    .map((match) => match[1]!)
    .filter((name) => !name.endsWith('-') && !known(name))
    .map((term) => ({ term, known: names, whose: 'The Injector' }));

const ROLE = Object.keys(roleFields);
const CONFIG = Object.keys(configFields);
const LOGIN = ['role', 'jwt'];

/** `vault write` to a path of Kubernetes auth, with what it writes. */
const WRITE = /vault write (?:-[\w=-]+ )*auth\/[\w-]+\/(role\/\S+|config|login)((?:[ \t\\\n]+[^\s=|;&]+=\S+)*)/g;
/** A field of a role as running text names it: `bound_audiences=vault`. */
const FIELD = /^((?:bound|token)_[a-z_]+)(?:=\S*)?$/;

/** Fields of Kubernetes auth that it does not know. */
const unknownFields = (text: string): readonly Unknown[] => {
  const alone = FIELD.exec(text)?.[1];
  if (alone !== undefined)
    return OTHERS.has(alone) || ROLE.includes(alone) ? [] : [{ term: alone, known: ROLE, whose: 'A Kubernetes role' }];
  return [...text.matchAll(WRITE)].flatMap(([, place = '', written = '']) => {
    const [whose, fields] = place.startsWith('role/')
      ? ['A Kubernetes role', ROLE]
      : place === 'config'
        ? ['The configuration', CONFIG]
        : ['A login', LOGIN];
    return [...written.matchAll(/([a-z_]+)=/g)]
      .map((match) => match[1]!)
      .filter((term) => !fields.includes(term))
      .map((term) => ({ term, known: fields, whose }));
  });
};

/** Fields of other places that begin alike. */
const OTHERS: ReadonlySet<string> = new Set([
  'token_reviewer_jwt',
  'token_reviewer_jwt_set',
  'token_path',
  'token_duration',
]);

interface Unknown {
  readonly term: string;
  readonly known: readonly string[];
  readonly whose: string;
}

const wordsFor = ({ term, known, whose }: Unknown): { readonly text: string; readonly remedy: string } => ({
  text: `${whose} has no \`${term}\`.`,
  remedy: `${suggestion(term, known)} Where a wrong one is the point, say so with \`lint-ok\`.`,
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
    ].flatMap((text): Remark[] =>
      [...unknownAnnotations(text), ...unknownFields(text)].map((term) => ({ at: 'stem', ...wordsFor(term) })),
    );
  }),
};
