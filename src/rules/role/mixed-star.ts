import { roleRule } from './role-rule.ts';

export const roleMixedStar = roleRule(
  {
    id: 'role/mixed-star',
    severity: 'error',
    title: '* does not mix with other values',
    why: 'A list is * alone, or names, which may hold * themselves: web-*.',
    wrong: "bound_service_account_names: ['*', web]",
    right: "bound_service_account_names: ['*']",
    lessons: ['L06'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /can not mix/.test(text),
);
