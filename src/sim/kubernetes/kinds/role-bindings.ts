import { pathSegment } from '../api/names.ts';
import type { Kind } from './kind.ts';
import { defaultBinding, validateBinding, validateRoleRefUpdate } from './rbac-validation.ts';

const ROLES = ['Role', 'ClusterRole'];

/** `rbac.authorization.k8s.io/v1` RoleBinding. */
export const roleBindings: Kind = {
  kind: 'RoleBinding',
  plural: 'rolebindings',
  singular: 'rolebinding',
  group: 'rbac.authorization.k8s.io',
  namespaced: true,
  names: pathSegment,
  defaults: defaultBinding,
  validate: (binding) => validateBinding(binding, ROLES, true),
  validateUpdate: (next, old) => [...validateBinding(next, ROLES, true), ...validateRoleRefUpdate(next, old)],
};
