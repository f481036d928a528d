/** Field lists of `rbac.authorization.k8s.io/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
Role
  metadata ObjectMeta Go=ObjectMeta
  rules []PolicyRule !
PolicyRule
  verbs []string !
  apiGroups []string Go=APIGroups
  resources []string
  resourceNames []string
  nonResourceURLs []string
RoleBinding
  metadata ObjectMeta Go=ObjectMeta
  subjects []Subject
  roleRef RoleRef !
Subject
  kind string !
  apiGroup string Go=APIGroup
  name string !
  namespace string
RoleRef
  apiGroup string ! Go=APIGroup
  kind string !
  name string !
ClusterRole
  metadata ObjectMeta Go=ObjectMeta
  rules []PolicyRule !
  aggregationRule *AggregationRule
AggregationRule
  clusterRoleSelectors []LabelSelector
ClusterRoleBinding
  metadata ObjectMeta Go=ObjectMeta
  subjects []Subject
  roleRef RoleRef !
`;
