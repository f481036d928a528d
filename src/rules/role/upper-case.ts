import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleUpperCase: Rule = {
  id: 'role/upper-case',
  severity: 'warning',
  title: 'Names in Kubernetes are lower-case',
  why: 'ServiceAccounts and namespaces have no capital letters, and Vault compares letter by letter.',
  wrong: 'bound_service_account_names: [Web]',
  right: 'bound_service_account_names: [web]',
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
          if (value !== value.toLowerCase())
            yield { file, span: roleKeySpan(site, key), message: `"${value}" matches no name of Kubernetes.` };
    }
  },
};
