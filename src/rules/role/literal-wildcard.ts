import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleLiteralWildcard: Rule = {
  id: 'role/literal-wildcard',
  severity: 'warning',
  title: 'Only * is a wildcard here',
  why: '? and [ ] stand for themselves in names of ServiceAccounts and namespaces, so nothing matches.',
  wrong: 'bound_service_account_names: ["web-?"]',
  right: 'bound_service_account_names: ["web-*"]',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      for (const key of ['bound_service_account_names', 'bound_service_account_namespaces'])
        for (const value of listOf(role[key]))
          if (/[?[\]]/.test(value))
            yield { file, span: roleKeySpan(site, key), message: `"${value}" matches no name of Kubernetes.` };
    }
  },
};
