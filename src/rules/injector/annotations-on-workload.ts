import type { Rule } from '../rule.ts';
import { isInjectors, keySpan, outerAnnotations } from '../workspace/pods.ts';

export const annotationsOnWorkload: Rule = {
  id: 'injector/annotations-on-workload',
  severity: 'warning',
  title: 'This annotation is on the wrong object',
  why: 'The injector sees Pods only. Annotations of a Deployment are not copied to its Pods; those of spec.template.metadata are. The Pods start without an Agent, and nothing says why.',
  wrong: 'kind: Deployment\nmetadata:\n  annotations:\n    vault.hashicorp.com/agent-inject: "true"',
  right:
    'kind: Deployment\nspec:\n  template:\n    metadata:\n      annotations:\n        vault.hashicorp.com/agent-inject: "true"',
  lessons: ['L09'],
  source: 'https://developer.hashicorp.com/vault/docs/deploy/kubernetes/injector/annotations',
  *check(workspace) {
    for (const site of outerAnnotations(workspace)) {
      if (!isInjectors(site)) continue;
      yield {
        file: site.manifest.file,
        span: keySpan(site.manifest, site.path),
        message: `${site.key} stands on the ${site.manifest.kind}; move it to ${[...(site.manifest.podPath ?? []), 'metadata', 'annotations'].map(String).join('.')}.`,
      };
    }
  },
};
