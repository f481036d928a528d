/** `CREATE ROLE`, `ALTER ROLE`, `DROP ROLE`, with `USER` and `GROUP` as their older names. */
import { SqlError, undefinedRole } from '../error.ts';
import { findRole, newRole, type Role, type Roles } from '../role.ts';
import type { Reader } from '../words.ts';
import { withOptions } from './options.ts';

const denied = (what: string): SqlError => new SqlError('42501', `permission denied to ${what} role`);

const mayManage = (session: Role): boolean => session.superuser || session.createRole;

/** After the words `CREATE ROLE`. @param login the word was `USER` */
export const createRole = (roles: Roles, session: Role, reader: Reader, login: boolean): Roles => {
  if (!mayManage(session)) throw denied('create');
  const name = reader.name();
  const role = withOptions(roles, reader, { ...newRole(name), login });
  if (findRole(roles, name)) throw new SqlError('42710', `role "${name}" already exists`);
  if (role.superuser && !session.superuser) throw new SqlError('42501', 'must be superuser to create superusers');
  return { ...roles, [name]: role };
};

/** After the words `ALTER ROLE`. Everyone may change their own password. */
export const alterRole = (roles: Roles, session: Role, reader: Reader): Roles => {
  const name = reader.name();
  const role = findRole(roles, name);
  if (!role) throw undefinedRole(name);
  if (!mayManage(session) && name !== session.name) throw new SqlError('42501', 'permission denied');
  if (reader.take('rename', 'to')) {
    const renamed = reader.name();
    reader.end();
    if (findRole(roles, renamed)) throw new SqlError('42710', `role "${renamed}" already exists`);
    const { [name]: _, ...others } = roles;
    return { ...others, [renamed]: { ...role, name: renamed } };
  }
  return { ...roles, [name]: withOptions(roles, reader, role) };
};

/** After the words `DROP ROLE`. A role that still holds privileges stays: its grants depend on it. */
export const dropRole = (roles: Roles, session: Role, reader: Reader): Roles => {
  if (!mayManage(session)) throw denied('drop');
  const lenient = reader.take('if', 'exists');
  const names = reader.names();
  reader.end();
  let left = roles;
  for (const name of names) {
    const role = findRole(left, name);
    if (!role && !lenient) throw undefinedRole(name);
    if (!role) continue;
    if (name === session.name) throw new SqlError('55006', 'current user cannot be dropped');
    if (role.grants.length > 0)
      throw new SqlError('2BP01', `role "${name}" cannot be dropped because some objects depend on it`);
    const { [name]: _, ...others } = left;
    left = others;
  }
  return left;
};
