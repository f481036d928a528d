import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';

export const injectorLocalService: Rule = {
  id: 'injector/local-service',
  severity: 'warning',
  title: 'This address is the Pod itself',
  why: "The Agent runs in the application's Pod: localhost there is not where Vault is.",
  wrong: 'vault.hashicorp.com/service: http://127.0.0.1:8200',
  right: 'vault.hashicorp.com/service: http://vault.vault.svc:8200',
  lessons: ['L09', 'L11'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      const value = injection.get('service') ?? '';
      if (/^https?:\/\/(localhost|127\.|\[::1\])/.test(value))
        yield { file, span: document.span(path('service')), message: `${value} leads back into this Pod.` };
    }
  },
};
