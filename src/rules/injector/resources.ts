import { injectorRule } from './injector-rule.ts';

export const injectorResources = injectorRule(
  {
    id: 'injector/resources',
    severity: 'error',
    title: 'The API server refuses the Agent that comes of this',
    why: 'The injector copies these values into its containers; the API server checks them only then. A Deployment is stored, but its ReplicaSet cannot make a Pod.',
    wrong: 'vault.hashicorp.com/agent-limits-cpu: "10m"',
    right: 'vault.hashicorp.com/agent-limits-cpu: "500m"',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => by === 'api server' && key !== undefined && message !== '',
);
