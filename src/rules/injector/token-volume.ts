import { injectorRule } from './injector-rule.ts';

export const injectorTokenVolume = injectorRule(
  {
    id: 'injector/token-volume',
    severity: 'error',
    title: 'There is no such token volume',
    why: 'agent-service-account-token-volume-name names a projected volume of the Pod with a serviceAccountToken source; the injector refuses the Pod when there is none.',
    wrong: 'vault.hashicorp.com/agent-service-account-token-volume-name: "tokens"',
    right: 'vault.hashicorp.com/agent-service-account-token-volume-name: "vault-token"',
    lessons: ['L03', 'L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) =>
    /failed to find (service account volume "|tokenPath|volume ")/.test(message) && by === 'injector' && key !== '',
);
