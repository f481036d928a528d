import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';

export const injectorTemplateFileNotMounted: Rule = {
  id: 'injector/template-file-not-mounted',
  severity: 'warning',
  title: 'The Agent does not have this file',
  why: "A template file is opened in the Agent's container. It gets there by agent-extra-secret (at /vault/custom), by agent-configmap, or by the mounts of a container (agent-copy-volume-mounts).",
  wrong: 'agent-inject-template-file-config: /vault/custom/config.ctmpl',
  right: 'agent-extra-secret: app-templates\nagent-inject-template-file-config: /vault/custom/config.ctmpl',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      const mounted = ['agent-extra-secret', 'agent-configmap', 'agent-copy-volume-mounts', 'agent-json-patch'].some(
        (n) => injection.get(n),
      );
      if (mounted) continue;
      for (const [name, value] of suffixed(injection, 'agent-inject-template-file'))
        if (!injection.get(`agent-inject-template-${name}`))
          yield {
            file,
            span: document.span(path(`agent-inject-template-file-${name}`)),
            message: `Nothing mounts ${value} into the Agent.`,
          };
    }
  },
};
