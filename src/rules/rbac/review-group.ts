import type { Rule } from '../rule.ts';
import { rulesOf } from '../workspace/rbac.ts';

export const rbacReviewGroup: Rule = {
  id: 'rbac/review-group',
  severity: 'warning',
  title: 'tokenreviews are in another API group',
  why: 'They belong to authentication.k8s.io; in any other group the rule matches nothing.',
  wrong: 'apiGroups: [""]\nresources: [tokenreviews]',
  right: 'apiGroups: [authentication.k8s.io]\nresources: [tokenreviews]',
  lessons: ['L04'],
  source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes#configuring-kubernetes',
  *check(workspace) {
    for (const manifest of workspace.manifests) {
      const { document, file, kind, value } = manifest;
      if (kind !== 'ClusterRole' && kind !== 'Role') continue;
      for (const [i, { apiGroups, resources }] of rulesOf(value).entries())
        if (
          resources.includes('tokenreviews') &&
          apiGroups.length > 0 &&
          !apiGroups.includes('authentication.k8s.io') &&
          !apiGroups.includes('*')
        )
          yield {
            file,
            span: document.span(['rules', i, 'apiGroups']),
            message: `There are no tokenreviews in ${apiGroups.map((g) => g || '""').join(', ')}.`,
          };
    }
  },
};
