import { nameOf, textAt } from '../objects/json.ts';
import type { Printer } from './printer.ts';

/** Roles and ClusterRoles: the moment, not the age. */
export const roles: Printer = {
  columns: ['NAME', 'CREATED AT'],
  row: (role) => [nameOf(role), textAt(role, 'metadata', 'creationTimestamp')],
};
