import type { Rule } from '../rule.ts';
import { rulesOf } from '../workspace/rbac.ts';

export const rbacReviewResource: Rule = {
  id: 'rbac/review-resource',
  severity: 'warning',
  title: 'The resource is tokenreviews',
  why: 'RBAC names resources in plural and small letters.',
  wrong: 'resources: [TokenReview]',
  right: 'resources: [tokenreviews]',
  lessons: ['L04'],
  source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes#configuring-kubernetes',
  *check(workspace) {
    for (const manifest of workspace.manifests) {
      const { document, file, kind, value } = manifest;
      if (kind !== 'ClusterRole' && kind !== 'Role') continue;
      for (const [i, { resources }] of rulesOf(value).entries())
        for (const [k, name] of resources.entries()) {
          if (!/^token-?reviews?$/i.test(name) || name === 'tokenreviews') continue;
          const span = document.span(['rules', i, 'resources', k]);
          yield {
            file,
            span,
            message: `There is no resource ${name}.`,
            fix: { title: 'Change to tokenreviews', edits: [{ file, span, text: 'tokenreviews' }] },
          };
        }
    }
  },
};
