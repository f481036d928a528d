import type { Rule } from '../rule.ts';

export const policyReservedName: Rule = {
  id: 'policy/reserved-name',
  severity: 'error',
  title: 'This policy cannot be written',
  why: "root and response-wrapping are Vault's own; writing them is refused with 400.",
  wrong: 'policies:\n  - name: root',
  right: 'policies:\n  - name: operator',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { name, namePath, file } of workspace.policies)
      if (namePath && ['root', 'response-wrapping'].includes(name.toLowerCase()))
        yield {
          file,
          span: namePath.document.span(namePath.path),
          message: `Vault refuses to change the policy ${name}.`,
        };
  },
};
