import type { Rule } from '../rule.ts';
import { rulesOf } from '../workspace/rbac.ts';

export const rbacReviewVerb: Rule = {
  id: 'rbac/review-verb',
  severity: 'warning',
  title: 'Reviewing a token is create',
  why: 'A TokenReview is created, never got or listed. Any other verb grants nothing.',
  wrong: 'resources: [tokenreviews]\nverbs: [get, list]',
  right: 'resources: [tokenreviews]\nverbs: [create]',
  lessons: ['L04'],
  source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes#configuring-kubernetes',
  *check(workspace) {
    for (const manifest of workspace.manifests) {
      const { document, file, kind, value } = manifest;
      if (kind !== 'ClusterRole' && kind !== 'Role') continue;
      for (const [i, { resources, verbs }] of rulesOf(value).entries())
        if (resources.includes('tokenreviews') && verbs.length > 0 && !verbs.includes('create') && !verbs.includes('*'))
          yield {
            file,
            span: document.span(['rules', i, 'verbs']),
            message: 'Without create nobody reviews a token by this rule.',
          };
    }
  },
};
