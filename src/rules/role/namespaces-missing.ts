import { roleRule } from './role-rule.ts';

export const roleNamespacesMissing = roleRule(
  {
    id: 'role/namespaces-missing',
    severity: 'error',
    title: 'The role names no namespace',
    why: 'A role needs bound_service_account_namespaces or bound_service_account_namespace_selector; one of them is enough.',
    wrong: 'bound_service_account_names: [web]',
    right: 'bound_service_account_names: [web]\nbound_service_account_namespaces: [app]',
    lessons: ['L06'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /"bound_service_account_namespaces" can not be empty/.test(text),
);
