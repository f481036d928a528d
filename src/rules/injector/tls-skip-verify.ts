import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorTlsSkipVerify: Rule = {
  id: 'injector/tls-skip-verify',
  severity: 'note',
  title: 'The certificate of Vault is not checked',
  why: 'Whoever answers at this address gets the ServiceAccount token. Give the Agent the CA instead.',
  wrong: 'tls-skip-verify: "true"',
  right: 'tls-secret: vault-ca\nca-cert: /vault/tls/ca.crt',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      if (injection.isTrue('tls-skip-verify'))
        yield {
          file,
          span: keySpan(manifest, path('tls-skip-verify')),
          message: 'The Agent would send its login to any server.',
        };
    }
  },
};
