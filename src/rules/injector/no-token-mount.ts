import { injectorRule } from './injector-rule.ts';

export const injectorNoTokenMount = injectorRule(
  {
    id: 'injector/no-token-mount',
    severity: 'error',
    title: 'The Agent would have no ServiceAccount token',
    why: 'With automountServiceAccountToken: false no container mounts a token, and the injector refuses the Pod. Project a token and name its volume in agent-service-account-token-volume-name.',
    wrong: 'automountServiceAccountToken: false',
    right:
      'automountServiceAccountToken: false\nvolumes:\n  - name: vault-token\n    projected:\n      sources:\n        - serviceAccountToken: {path: token, audience: vault}',
    lessons: ['L03', 'L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) =>
    /failed to find service account volume mount|no service account token volume/.test(message) &&
    by === 'injector' &&
    key !== '',
);
