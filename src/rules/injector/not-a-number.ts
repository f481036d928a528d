import { injectorRule } from './injector-rule.ts';

export const injectorNotANumber = injectorRule(
  {
    id: 'injector/not-a-number',
    severity: 'error',
    title: 'This annotation takes a number',
    why: 'The injector refuses a Pod whose number it cannot read.',
    wrong: 'vault.hashicorp.com/agent-run-as-user: "vault"',
    right: 'vault.hashicorp.com/agent-run-as-user: "100"',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /Parse(Int|Uint|Float)/.test(message) && by === 'injector' && key !== '',
);
