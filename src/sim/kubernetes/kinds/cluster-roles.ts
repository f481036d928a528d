import { pathSegment } from '../api/names.ts';
import type { Kind } from './kind.ts';
import { validateRules } from './rbac-validation.ts';

/** `rbac.authorization.k8s.io/v1` ClusterRole. */
export const clusterRoles: Kind = {
  kind: 'ClusterRole',
  plural: 'clusterroles',
  singular: 'clusterrole',
  group: 'rbac.authorization.k8s.io',
  namespaced: false,
  names: pathSegment,
  validate: (role) => validateRules(role, false),
  validateUpdate: (role) => validateRules(role, false),
};
