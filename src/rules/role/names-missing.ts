import { roleRule } from './role-rule.ts';

export const roleNamesMissing = roleRule(
  {
    id: 'role/names-missing',
    severity: 'error',
    title: 'The role names no ServiceAccount',
    why: 'bound_service_account_names must hold at least one name; Vault refuses the role. Check its spelling: an unknown parameter is ignored.',
    wrong: 'bound_service_account_name: web',
    right: 'bound_service_account_names: [web]',
    lessons: ['L06'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /"bound_service_account_names" can not be empty/.test(text),
);
