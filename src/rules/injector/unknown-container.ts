import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';

export const injectorUnknownContainer: Rule = {
  id: 'injector/unknown-container',
  severity: 'warning',
  title: 'There is no container of this name',
  why: 'Names in agent-inject-containers are compared as they stand, spaces included; what is not found is passed over, and that container gets no files.',
  wrong: 'agent-inject-containers: "app, worker"',
  right: 'agent-inject-containers: "app,worker"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      for (const key of ['agent-inject-containers', 'agent-copy-volume-mounts']) {
        const value = injection.get(key);
        if (!value) continue;
        const missing = (key === 'agent-inject-containers' ? value.split(',') : [value]).filter(
          (n) => !injection.containers.includes(n),
        );
        const span = document.span(path(key));
        const trimmed = value.split(',').map((n) => n.trim());
        const mends = trimmed.every((n) => injection.containers.includes(n));
        for (const name of missing.slice(0, 1))
          yield {
            file,
            span,
            message: `The Pod has no container "${name}"; it has ${injection.containers.join(', ')}.`,
            ...(mends && {
              fix: {
                title: `Change to "${trimmed.join(',')}"`,
                edits: [{ file, span, text: `"${trimmed.join(',')}"` }],
              },
            }),
          };
      }
    }
  },
};
