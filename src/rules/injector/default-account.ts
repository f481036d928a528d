import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorDefaultAccount: Rule = {
  id: 'injector/default-account',
  severity: 'note',
  title: 'The Pod runs as default',
  why: 'Without serviceAccountName a Pod runs as the ServiceAccount default of its namespace, whatever the application is called; roles that name another account refuse it.',
  wrong: 'spec:\n  containers: …',
  right: 'spec:\n  serviceAccountName: web\n  containers: …',
  lessons: ['L03', 'L06'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      if (injection.spec.serviceAccountName === undefined && injection.spec.serviceAccount === undefined)
        yield {
          file,
          span: keySpan(manifest, path('role')),
          message: 'This Pod will log in as the ServiceAccount default.',
        };
    }
  },
};
