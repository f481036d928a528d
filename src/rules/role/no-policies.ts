import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleNoPolicies: Rule = {
  id: 'role/no-policies',
  severity: 'warning',
  title: 'Tokens of this role may do nothing',
  why: 'Without token_policies a token has the policy default alone, which lets it look after itself, and read no secret.',
  wrong: '- name: app\n  bound_service_account_names: [web]',
  right: '- name: app\n  bound_service_account_names: [web]\n  token_policies: [kv-app]',
  lessons: ['L06', 'L07'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      if (listOf(role.token_policies).length === 0 && listOf(role.policies).length === 0)
        yield {
          file,
          span: roleKeySpan(site, 'token_policies'),
          message: `The role ${String(role.name ?? '')} gives no policy.`,
        };
    }
  },
};
