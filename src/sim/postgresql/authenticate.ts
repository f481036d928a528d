import type { ServerError } from './error.ts';
import { findRole, type Role, type Roles } from './role.ts';

const fatal = (code: string, message: string): { readonly error: ServerError } => ({
  error: { severity: 'FATAL', code, message },
});

/**
 * Who logs in with a password. A wrong one, an expired one and an unknown role are not told apart.
 * @param wall Unix milliseconds
 */
export const authenticate = (
  roles: Roles,
  user: string,
  password: string,
  wall: number,
): { readonly role: Role } | { readonly error: ServerError } => {
  const role = findRole(roles, user);
  const expired = role !== undefined && role.validUntil !== null && role.validUntil <= wall;
  if (!role || expired || role.password === null || role.password !== password)
    return fatal('28P01', `password authentication failed for user "${user}"`);
  if (!role.login) return fatal('28000', `role "${user}" is not permitted to log in`);
  return { role };
};
