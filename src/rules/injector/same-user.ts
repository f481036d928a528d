import { injectorRule } from './injector-rule.ts';

export const injectorSameUser = injectorRule(
  {
    id: 'injector/same-user',
    severity: 'error',
    title: 'The Agent cannot take over the user of the first container',
    why: "agent-run-as-same-user looks at securityContext.runAsUser of the first container alone, not at the Pod's; it must be there and not 0.",
    wrong: 'vault.hashicorp.com/agent-run-as-same-user: "true"',
    right: 'securityContext: {runAsUser: 1000}   # of the container',
    lessons: ['L09', 'L10'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) =>
    /Container 0|allowed to run as root|No containers found/.test(message) && by === 'injector' && key !== '',
);
