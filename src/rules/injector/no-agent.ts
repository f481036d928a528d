import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorNoAgent: Rule = {
  id: 'injector/no-agent',
  severity: 'warning',
  title: 'No Agent is added at all',
  why: 'Without the init container (agent-pre-populate: "false") and without the sidecar (agent-pre-populate-only: "true") only empty volumes are left.',
  wrong: 'agent-pre-populate: "false"\nagent-pre-populate-only: "true"',
  right: 'agent-pre-populate-only: "true"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      const none = injection.get('agent-pre-populate') !== undefined && !injection.isTrue('agent-pre-populate');
      if (none && injection.isTrue('agent-pre-populate-only'))
        yield {
          file,
          span: keySpan(manifest, path('agent-pre-populate')),
          message: 'Neither vault-agent-init nor vault-agent will run.',
        };
    }
  },
};
