import { roleRule } from './role-rule.ts';

export const roleAliasSource = roleRule(
  {
    id: 'role/alias-source',
    severity: 'error',
    title: 'There are two sources of an alias',
    why: 'alias_name_source is serviceaccount_uid or serviceaccount_name.',
    wrong: 'alias_name_source: name',
    right: 'alias_name_source: serviceaccount_name',
    lessons: ['L06'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /invalid alias_name_source/.test(text),
);
