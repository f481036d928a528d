import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorJobNeverEnds: Rule = {
  id: 'injector/job-never-ends',
  severity: 'warning',
  title: 'This Job will not end',
  why: 'The Agent sidecar goes on when the main container is done, so the Job never completes. Take the init container alone, or end the Agent by its quit endpoint.',
  wrong: 'kind: Job\nagent-inject: "true"',
  right: 'kind: Job\nagent-inject: "true"\nagent-pre-populate-only: "true"',
  lessons: ['L02', 'L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      if (!['Job', 'CronJob'].includes(manifest.kind)) continue;
      if (
        injection.isTrue('agent-pre-populate-only') ||
        injection.isTrue('agent-enable-quit') ||
        injection.isTrue('agent-share-process-namespace')
      )
        continue;
      yield {
        file,
        span: keySpan(manifest, path('agent-inject')),
        message: `The Pods of this ${manifest.kind} keep a running vault-agent.`,
      };
    }
  },
};
