import type { Rule, Subject } from './rbac.ts';

/** ClusterRoles and bindings every cluster has from its start (kubernetes: plugin/pkg/auth/authorizer/rbac/bootstrappolicy). */

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const RBAC = 'rbac.authorization.k8s.io';

const rule = (groups: readonly string[], resources: readonly string[], verbs: readonly string[]): Rule => ({
  verbs,
  apiGroups: groups,
  resources,
});
const paths = (urls: readonly string[]): Rule => ({ verbs: ['get'], nonResourceURLs: urls });

const CORE_READ = [
  'configmaps',
  'endpoints',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'serviceaccounts',
  'services',
];
const CORE_STATUS = [
  'bindings',
  'events',
  'limitranges',
  'namespaces/status',
  'pods/log',
  'pods/status',
  'resourcequotas',
  'namespaces',
];
const APPS = [
  'daemonsets',
  'deployments',
  'deployments/scale',
  'replicasets',
  'replicasets/scale',
  'statefulsets',
  'statefulsets/scale',
];
const BATCH = ['cronjobs', 'jobs'];
const CONFIG_WRITE = [
  'configmaps',
  'events',
  'persistentvolumeclaims',
  'replicationcontrollers',
  'secrets',
  'serviceaccounts',
  'services',
];

const view: readonly Rule[] = [
  rule([''], [...CORE_READ, ...CORE_STATUS], READ),
  rule(['apps'], APPS, READ),
  rule(['batch'], BATCH, READ),
];
const edit: readonly Rule[] = [
  rule([''], ['pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets', 'services/proxy'], READ),
  rule([''], ['serviceaccounts'], ['impersonate']),
  rule([''], ['pods', 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy'], WRITE),
  rule([''], ['pods/eviction'], ['create']),
  rule([''], CONFIG_WRITE, WRITE),
  rule([''], ['serviceaccounts/token'], ['create']),
  rule(['apps'], APPS, WRITE),
  rule(['batch'], BATCH, WRITE),
  ...view,
];
const admin: readonly Rule[] = [
  ...edit,
  rule(['authorization.k8s.io'], ['localsubjectaccessreviews'], ['create']),
  rule([RBAC], ['rolebindings', 'roles'], [...READ, ...WRITE]),
];

/** Rules of each bootstrap role, by name. */
export const CLUSTER_ROLES: Readonly<Record<string, readonly Rule[]>> = {
  'cluster-admin': [rule(['*'], ['*'], ['*']), { verbs: ['*'], nonResourceURLs: ['*'] }],
  admin,
  edit,
  view,
  'system:auth-delegator': [
    rule(['authentication.k8s.io'], ['tokenreviews'], ['create']),
    rule(['authorization.k8s.io'], ['subjectaccessreviews'], ['create']),
  ],
  'system:basic-user': [
    rule(['authorization.k8s.io'], ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'], ['create']),
    rule(['authentication.k8s.io'], ['selfsubjectreviews'], ['create']),
  ],
  'system:kube-controller-manager': [rule(['*'], ['*'], ['*'])],
  'system:kube-scheduler': [
    rule([''], ['pods', 'nodes', 'namespaces'], READ),
    rule([''], ['pods/binding'], ['create']),
    rule([''], ['events'], ['create', 'patch', 'update']),
  ],
  // Real kubelets are held to their own Pods by the Node authorizer; here the role alone decides.
  'system:node': [
    rule([''], ['nodes', 'nodes/status', 'pods', 'pods/status'], [...READ, 'create', 'delete', 'patch', 'update']),
    rule([''], ['secrets', 'configmaps', 'services', 'serviceaccounts'], READ),
    rule([''], ['serviceaccounts/token'], ['create']),
    rule([''], ['events'], ['create', 'patch', 'update']),
  ],
  'system:discovery': [
    paths([
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/healthz',
      '/livez',
      '/openapi',
      '/openapi/*',
      '/readyz',
      '/version',
      '/version/',
    ]),
  ],
  'system:public-info-viewer': [paths(['/healthz', '/livez', '/readyz', '/version', '/version/'])],
  'system:service-account-issuer-discovery': [
    paths([
      '/.well-known/openid-configuration',
      '/.well-known/openid-configuration/',
      '/openid/v1/jwks',
      '/openid/v1/jwks/',
    ]),
  ],
};

const groups = (...names: readonly string[]): Subject[] =>
  names.map((name) => ({ kind: 'Group', apiGroup: RBAC, name }));

const users = (...names: readonly string[]): Subject[] => names.map((name) => ({ kind: 'User', apiGroup: RBAC, name }));

/** Name of a binding, which is the name of its role, to its subjects. */
export const CLUSTER_ROLE_BINDINGS: Readonly<Record<string, readonly Subject[]>> = {
  'system:kube-controller-manager': users('system:kube-controller-manager'),
  'system:kube-scheduler': users('system:kube-scheduler'),
  'system:node': groups('system:nodes'),
  'cluster-admin': groups('system:masters'),
  'system:basic-user': groups('system:authenticated'),
  'system:discovery': groups('system:authenticated'),
  'system:public-info-viewer': groups('system:authenticated', 'system:unauthenticated'),
  'system:service-account-issuer-discovery': groups('system:serviceaccounts'),
};
