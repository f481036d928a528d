import type { Rule } from '../rule.ts';
import { rulesOf } from '../workspace/rbac.ts';
import { valueAt } from '../workspace/workspace.ts';

export const rbacReviewInANamespace: Rule = {
  id: 'rbac/review-in-a-namespace',
  severity: 'warning',
  title: 'Reviewing tokens is not a matter of a namespace',
  why: 'tokenreviews have no namespace. A Role or RoleBinding grants nothing on them; it takes a ClusterRoleBinding.',
  wrong: 'kind: RoleBinding\nroleRef: {kind: ClusterRole, name: system:auth-delegator}',
  right: 'kind: ClusterRoleBinding\nroleRef: {kind: ClusterRole, name: system:auth-delegator}',
  lessons: ['L04'],
  source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes#configuring-kubernetes',
  *check(workspace) {
    for (const manifest of workspace.manifests) {
      const { document, file, kind, value } = manifest;
      if (kind === 'RoleBinding' && valueAt(value, ['roleRef', 'name']) === 'system:auth-delegator')
        yield {
          file,
          span: document.span(['kind']),
          message: 'A RoleBinding to system:auth-delegator lets nobody review tokens.',
        };
      if (kind !== 'Role') continue;
      for (const [i, rule] of rulesOf(value).entries())
        if (rule.resources.includes('tokenreviews'))
          yield {
            file,
            span: document.span(['rules', i, 'resources']),
            message: 'A Role cannot grant tokenreviews; write a ClusterRole.',
          };
    }
  },
};
