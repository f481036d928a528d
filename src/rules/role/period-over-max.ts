import { roleRule } from './role-rule.ts';

export const rolePeriodOverMax = roleRule(
  {
    id: 'role/period-over-max',
    severity: 'error',
    title: 'The period is longer than any lease of this mount',
    why: 'A periodic token is renewed by its period, which may not exceed the maximum lease of the mount, 768 hours unless tuned.',
    wrong: 'token_period: 1000h',
    right: 'token_period: 24h',
    lessons: ['L08'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /token period of/.test(text),
);
