import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';

export const crossUnusedPolicy: Rule = {
  id: 'cross/unused-policy',
  severity: 'note',
  title: 'No role gives this policy',
  why: 'A policy acts through tokens that have it; none of the roles in these files gives it.',
  wrong: 'policies: [{name: kv-app}]\n# no role with token_policies: [kv-app]',
  right: 'token_policies: [kv-app]',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    const roles = kubernetesRoles(workspace);
    if (roles.length === 0) return;
    const given = new Set(
      roles
        .flatMap(({ role }) => [...listOf(role.token_policies), ...listOf(role.policies)])
        .map((p) => p.toLowerCase()),
    );
    for (const { name, namePath, file } of workspace.policies)
      if (namePath && name !== '' && name !== 'default' && !given.has(name.toLowerCase()))
        yield { file, span: namePath.document.span(namePath.path), message: `No role names the policy ${name}.` };
  },
};
