import type { Rule } from '../rule.ts';
import { injections } from '../workspace/injection.ts';

export const injectorAlreadyInjected: Rule = {
  id: 'injector/already-injected',
  severity: 'warning',
  title: 'This Pod says that it has been injected',
  why: 'agent-inject-status: injected is what the injector leaves behind. A manifest copied from a running Pod carries it, and is passed over.',
  wrong: 'vault.hashicorp.com/agent-inject-status: injected',
  right: '# leave it out',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injections(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      if (injection.get('agent-inject-status') === 'injected')
        yield {
          file,
          span: document.span(path('agent-inject-status')),
          message: 'With this status the injector leaves the Pod alone.',
        };
    }
  },
};
