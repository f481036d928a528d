import { roleRule } from './role-rule.ts';

export const roleTtlOverMax = roleRule(
  {
    id: 'role/ttl-over-max',
    severity: 'error',
    title: 'The TTL is longer than the maximum',
    why: 'token_ttl may not be greater than token_max_ttl; Vault refuses the role.',
    wrong: 'token_ttl: 2h\ntoken_max_ttl: 1h',
    right: 'token_ttl: 1h\ntoken_max_ttl: 2h',
    lessons: ['L08'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /cannot be greater than 'token_max_ttl'|should not be greater than token max ttl/.test(text),
);
