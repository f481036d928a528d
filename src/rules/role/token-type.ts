import { roleRule } from './role-rule.ts';

export const roleTokenType = roleRule(
  {
    id: 'role/token-type',
    severity: 'error',
    title: 'A role has no such token type',
    why: 'A role takes default, service or batch. default-service and default-batch belong to the tuning of a mount.',
    wrong: 'token_type: default-service',
    right: 'token_type: service',
    lessons: ['L08'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /invalid 'token_type'/.test(text),
);
