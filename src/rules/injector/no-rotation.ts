import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorNoRotation: Rule = {
  id: 'injector/no-rotation',
  severity: 'note',
  title: 'Nothing will update the files',
  why: 'With agent-pre-populate-only there is no sidecar: what the init container wrote stays as it is until the Pod is replaced.',
  wrong: 'kind: Deployment\nagent-pre-populate-only: "true"',
  right: 'kind: Deployment\nagent-pre-populate: "true"',
  lessons: ['L09', 'L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      if (
        injection.isTrue('agent-pre-populate-only') &&
        ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].includes(manifest.kind)
      )
        yield {
          file,
          span: keySpan(manifest, path('agent-pre-populate-only')),
          message: 'Rotated secrets will not reach these Pods.',
        };
    }
  },
};
