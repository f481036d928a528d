import { roleRule } from './role-rule.ts';

export const roleBatchLimits = roleRule(
  {
    id: 'role/batch-limits',
    severity: 'error',
    title: 'A batch token has neither period nor number of uses',
    why: 'Batch tokens are not stored: they cannot be renewed or counted. Vault refuses the role.',
    wrong: 'token_type: batch\ntoken_period: 1h',
    right: 'token_type: batch\ntoken_ttl: 1h',
    lessons: ['L08'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /'token_type' cannot be 'batch'/.test(text),
);
