/** `GRANT`, `REVOKE`, `DROP OWNED`. Privileges are kept as their text: the objects themselves are not modelled. */
import { undefinedRole } from '../error.ts';
import { findRole, type Role, type Roles } from '../role.ts';
import type { Reader } from '../words.ts';

const change = (roles: Roles, names: readonly string[], update: (role: Role) => Role): Roles => {
  let changed = roles;
  for (const name of names) {
    // Everyone's privileges hang on no role.
    if (name === 'public') continue;
    const role = findRole(changed, name);
    if (!role) throw undefinedRole(name);
    changed = { ...changed, [name]: update(role) };
  }
  return changed;
};

const knownGroups = (roles: Roles, text: string): readonly string[] => {
  const groups = text.split(',').map((name) => name.trim().replaceAll('"', ''));
  for (const name of groups) if (!findRole(roles, name)) throw undefinedRole(name);
  return groups;
};

/** After the word `GRANT`: privileges on objects, or membership in roles. */
export const grant = (roles: Roles, reader: Reader): Roles => {
  const what = reader.until('on', 'to');
  if (reader.take('on')) {
    const privilege = `${what.toUpperCase()} ON ${reader.until('to')}`;
    reader.expect('to');
    const names = reader.names();
    reader.take('with', 'grant', 'option');
    reader.end();
    return change(roles, names, (role) => ({ ...role, grants: [...new Set([...role.grants, privilege])] }));
  }
  reader.expect('to');
  const names = reader.names();
  reader.take('with', 'admin', 'option');
  reader.end();
  const groups = knownGroups(roles, what);
  return change(roles, names, (role) => ({ ...role, memberOf: [...new Set([...role.memberOf, ...groups])] }));
};

const objectsOf = (privilege: string): string => privilege.slice(privilege.indexOf(' ON ') + 4);

/** After the word `REVOKE`. `ALL` takes every privilege on the same objects. */
export const revoke = (roles: Roles, reader: Reader): Roles => {
  const what = reader.until('on', 'from');
  if (reader.take('on')) {
    const objects = reader.until('from');
    reader.expect('from');
    const names = reader.names();
    if (!reader.take('cascade')) reader.take('restrict');
    reader.end();
    const all = /^ALL\b/i.test(what);
    const ends = (privilege: string): boolean =>
      objectsOf(privilege) === objects && (all || privilege.startsWith(`${what.toUpperCase()} ON `));
    return change(roles, names, (role) => ({ ...role, grants: role.grants.filter((held) => !ends(held)) }));
  }
  reader.expect('from');
  const names = reader.names();
  reader.end();
  const groups = knownGroups(roles, what);
  return change(roles, names, (role) => ({
    ...role,
    memberOf: role.memberOf.filter((name) => !groups.includes(name)),
  }));
};

/** After the words `DROP OWNED BY`: all privileges of the roles end. */
export const dropOwned = (roles: Roles, reader: Reader): Roles => {
  const names = reader.names();
  if (!reader.take('cascade')) reader.take('restrict');
  reader.end();
  return change(roles, names, (role) => ({ ...role, grants: [] }));
};

/** After the words `REASSIGN OWNED BY`: nothing is owned in the model, but the roles must be there. */
export const reassignOwned = (roles: Roles, reader: Reader): Roles => {
  const names = reader.names();
  reader.expect('to');
  const heir = reader.name();
  reader.end();
  return change(roles, [...names, heir], (role) => role);
};
