import { roleRule } from './role-rule.ts';

export const roleCidrs = roleRule(
  {
    id: 'role/cidrs',
    severity: 'error',
    title: 'Vault cannot read these addresses',
    why: 'token_bound_cidrs are IP addresses or CIDR blocks.',
    wrong: 'token_bound_cidrs: [office]',
    right: 'token_bound_cidrs: [10.0.0.0/8]',
    lessons: ['L08'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /error parsing address/.test(text),
);
