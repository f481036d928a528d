import { injectorRule } from './injector-rule.ts';

export const injectorJsonPatch = injectorRule(
  {
    id: 'injector/json-patch',
    severity: 'error',
    title: 'This JSON patch cannot be applied',
    why: 'agent-json-patch is an RFC 6902 list of operations on the container of the Agent; one that cannot be read or does not fit refuses the Pod.',
    wrong: 'vault.hashicorp.com/agent-json-patch: "[{}"',
    right: 'vault.hashicorp.com/agent-json-patch: \'[{"op": "replace", "path": "/name", "value": "agent"}]\'',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /JSON patch/.test(message) && by === 'injector' && key !== '',
);
