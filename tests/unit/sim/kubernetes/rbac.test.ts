import { expect, test } from 'vitest';
import { Cluster, field } from './cluster.ts';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const GROUP = 'rbac.authorization.k8s.io';

const withAccount = (): { cluster: Cluster; token: string } => {
  const cluster = new Cluster();
  cluster.create('ServiceAccount', 'v1', '/api/v1/namespaces/default/serviceaccounts', 'web', {});
  const body = cluster.ask('POST', '/api/v1/namespaces/default/serviceaccounts/web/token', { spec: {} }).body;
  return { cluster, token: String(field(body, 'status', 'token')) };
};

const grant = (cluster: Cluster, name: string, rules: readonly object[]): void => {
  cluster.create('Role', `${GROUP}/v1`, `${RBAC}/namespaces/default/roles`, name, { rules });
  cluster.create('RoleBinding', `${GROUP}/v1`, `${RBAC}/namespaces/default/rolebindings`, name, {
    roleRef: { apiGroup: GROUP, kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default' }],
  });
};

test('resourceNames open one object and not the collection', () => {
  const { cluster, token } = withAccount();
  grant(cluster, 'one', [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get', 'list'] }]);
  expect(cluster.ask('GET', '/api/v1/namespaces/default/secrets/a', undefined, token).status).toBe(404);
  expect(cluster.ask('GET', '/api/v1/namespaces/default/secrets/b', undefined, token).status).toBe(403);
  expect(cluster.ask('GET', '/api/v1/namespaces/default/secrets', undefined, token).status).toBe(403);
});

test('a binding to a role that is missing says so in the refusal', () => {
  const { cluster, token } = withAccount();
  cluster.create('ClusterRoleBinding', `${GROUP}/v1`, `${RBAC}/clusterrolebindings`, 'dangling', {
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: 'none' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default' }],
  });
  expect(cluster.refusal('GET', '/api/v1/nodes', undefined, token)).toBe(
    'nodes is forbidden: User "system:serviceaccount:default:web" cannot list resource "nodes" in API group "" at the cluster scope: RBAC: clusterrole.rbac.authorization.k8s.io "none" not found',
  );
});

test('nobody grants what he does not hold', () => {
  const { cluster, token } = withAccount();
  grant(cluster, 'manage', [{ apiGroups: [GROUP], resources: ['roles'], verbs: ['create'] }]);
  const role = {
    metadata: { name: 'more' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
  };
  expect(cluster.refusal('POST', `${RBAC}/namespaces/default/roles`, role, token)).toBe(
    'roles.rbac.authorization.k8s.io "more" is forbidden: user "system:serviceaccount:default:web" (groups=["system:serviceaccounts" "system:serviceaccounts:default" "system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}',
  );
});
