import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleAnyNamespace: Rule = {
  id: 'role/any-namespace',
  severity: 'note',
  title: 'Any namespace will do',
  why: 'Whoever may create a ServiceAccount of that name anywhere in the cluster may log in.',
  wrong: "bound_service_account_namespaces: ['*']",
  right: 'bound_service_account_namespaces: [app]',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      if (
        listOf(role.bound_service_account_namespaces).includes('*') &&
        !listOf(role.bound_service_account_names).includes('*')
      )
        yield {
          file,
          span: roleKeySpan(site, 'bound_service_account_namespaces'),
          message: `${listOf(role.bound_service_account_names).join(', ')} of every namespace may use this role.`,
        };
    }
  },
};
