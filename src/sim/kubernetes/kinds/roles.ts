import { pathSegment } from '../api/names.ts';
import type { Kind } from './kind.ts';
import { validateRules } from './rbac-validation.ts';

/** `rbac.authorization.k8s.io/v1` Role. */
export const roles: Kind = {
  kind: 'Role',
  plural: 'roles',
  singular: 'role',
  group: 'rbac.authorization.k8s.io',
  namespaced: true,
  names: pathSegment,
  validate: (role) => validateRules(role, true),
  validateUpdate: (role) => validateRules(role, true),
};
