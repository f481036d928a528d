import { pathSegment } from '../api/names.ts';
import type { Kind } from './kind.ts';
import { defaultBinding, validateBinding, validateRoleRefUpdate } from './rbac-validation.ts';

const ROLES = ['ClusterRole'];

/** `rbac.authorization.k8s.io/v1` ClusterRoleBinding. */
export const clusterRoleBindings: Kind = {
  kind: 'ClusterRoleBinding',
  plural: 'clusterrolebindings',
  singular: 'clusterrolebinding',
  group: 'rbac.authorization.k8s.io',
  namespaced: false,
  names: pathSegment,
  defaults: defaultBinding,
  validate: (binding) => validateBinding(binding, ROLES, false),
  validateUpdate: (next, old) => [...validateBinding(next, ROLES, false), ...validateRoleRefUpdate(next, old)],
};
