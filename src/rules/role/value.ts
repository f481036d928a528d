import { roleRule } from './role-rule.ts';

export const roleValue = roleRule(
  {
    id: 'role/value',
    severity: 'error',
    title: 'Vault cannot read this value',
    why: 'Durations are 90, 1h30m or 2d and never negative; lists may be comma-separated texts; audience is one text, not a list.',
    wrong: 'audience: [vault, kubernetes]',
    right: 'audience: vault',
    lessons: ['L06', 'L08'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /^error converting input/.test(text),
);
