import { injectorRule } from './injector-rule.ts';

export const injectorSystemNamespace = injectorRule(
  {
    id: 'injector/system-namespace',
    severity: 'error',
    title: 'Nothing is injected in this namespace',
    why: 'The injector refuses Pods of kube-system and kube-public.',
    wrong: 'metadata: {namespace: kube-system}',
    right: 'metadata: {namespace: app}',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) => /system namespaces/.test(message) && by === 'injector' && key !== '',
);
