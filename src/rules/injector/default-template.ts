import { injectorRule } from './injector-rule.ts';

export const injectorDefaultTemplate = injectorRule(
  {
    id: 'injector/default-template',
    severity: 'error',
    title: 'There are two default templates',
    why: 'agent-inject-default-template is map or json; any other word refuses the Pod.',
    wrong: 'vault.hashicorp.com/agent-inject-default-template: "yaml"',
    right: 'vault.hashicorp.com/agent-inject-default-template: "json"',
    lessons: ['L10'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /invalid default template/.test(message) && by === 'injector' && key !== '',
);
