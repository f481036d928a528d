import { injectorRule } from './injector-rule.ts';

export const injectorNotADuration = injectorRule(
  {
    id: 'injector/not-a-duration',
    severity: 'error',
    title: 'This annotation takes a duration with a unit',
    why: 'Backoffs are Go durations: 10s, 1m30s, 250ms. There is no unit for days, and a number alone is refused.',
    wrong: 'vault.hashicorp.com/auth-max-backoff: "30"',
    right: 'vault.hashicorp.com/auth-max-backoff: "30s"',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /as duration/.test(message) && by === 'injector' && key !== '',
);
