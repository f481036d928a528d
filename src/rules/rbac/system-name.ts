import type { Rule } from '../rule.ts';
import { valueAt } from '../workspace/workspace.ts';

export const rbacSystemName: Rule = {
  id: 'rbac/system-name',
  severity: 'note',
  title: "system: is Kubernetes' own",
  why: 'Roles whose names begin with system: belong to the control plane by convention. system:auth-delegator is there already; give your own role a name of its own.',
  wrong: 'kind: ClusterRole\nmetadata: {name: system:token-reviewer}',
  right: 'kind: ClusterRole\nmetadata: {name: vault-token-reviewer}',
  lessons: ['L04'],
  source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes#configuring-kubernetes',
  *check(workspace) {
    for (const manifest of workspace.manifests) {
      const { document, file, kind, value } = manifest;
      const name = valueAt(value, ['metadata', 'name']);
      if (kind === 'ClusterRole' && typeof name === 'string' && name.startsWith('system:'))
        yield { file, span: document.span(['metadata', 'name']), message: `${name} has a name of the control plane.` };
    }
  },
};
