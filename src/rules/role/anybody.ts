import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';

const isStar = (value: unknown): boolean =>
  value === '*' ||
  (Array.isArray(value) && value.includes('*')) ||
  (typeof value === 'string' &&
    value
      .split(',')
      .map((v) => v.trim())
      .includes('*'));

export const anybody: Rule = {
  id: 'role/anybody',
  severity: 'warning',
  title: 'This role lets every ServiceAccount in',
  why: 'With * for names and namespaces, any Pod of the cluster can log in with this role and gets its policies.',
  wrong: "bound_service_account_names: ['*']\nbound_service_account_namespaces: ['*']",
  right: 'bound_service_account_names: [web]\nbound_service_account_namespaces: [app]',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes',
  *check(workspace) {
    for (const { configuration, path, role } of kubernetesRoles(workspace)) {
      if (!isStar(role.bound_service_account_names) || !isStar(role.bound_service_account_namespaces)) continue;
      yield {
        file: configuration.file,
        span: configuration.document.span([...path, 'bound_service_account_namespaces']),
        message: `The role ${String(role.name ?? '')} is bound to * in *: every ServiceAccount of the cluster may use it.`,
      };
    }
  },
};
