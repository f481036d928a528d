import { injectorRule } from './injector-rule.ts';

export const injectorNotABoolean = injectorRule(
  {
    id: 'injector/not-a-boolean',
    severity: 'error',
    title: 'This annotation takes true or false',
    why: 'The injector reads Go booleans: 1, t, T, true, True, TRUE and their opposites; an empty text is false. yes and on are refused.',
    wrong: 'vault.hashicorp.com/agent-inject: "yes"',
    right: 'vault.hashicorp.com/agent-inject: "true"',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /ParseBool/.test(message) && by === 'injector' && key !== '',
);
