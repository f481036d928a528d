import { injectorRule } from './injector-rule.ts';

export const injectorNotAQuantity = injectorRule(
  {
    id: 'injector/not-a-quantity',
    severity: 'error',
    title: 'This annotation takes a quantity',
    why: 'Requests and limits of the Agent are Kubernetes quantities: 500m, 128Mi.',
    wrong: 'vault.hashicorp.com/agent-limits-cpu: "lots"',
    right: 'vault.hashicorp.com/agent-limits-cpu: "500m"',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /quantities must match/.test(message) && by === 'injector' && key !== '',
);
