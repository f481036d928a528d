import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';

export const injectorKubernetesNamespace: Rule = {
  id: 'injector/kubernetes-namespace',
  severity: 'warning',
  title: 'This is not the namespace of the Pod',
  why: 'vault.hashicorp.com/namespace is a namespace of Vault Enterprise. Vault without namespaces answers 404 or 403 to every request that names one.',
  wrong: 'metadata: {namespace: app}\nvault.hashicorp.com/namespace: app',
  right: '# leave it out',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      const value = injection.get('namespace');
      const own = (manifest.value.metadata as { readonly namespace?: unknown } | undefined)?.namespace;
      if (value && value === own)
        yield {
          file,
          span: document.span(path('namespace')),
          message: `"${value}" is the Pod's namespace in Kubernetes; this annotation means one of Vault.`,
        };
    }
  },
};
