import { type Handler, listResponse, nameRegex, path } from '../framework/index.ts';
import { tableName } from '../framework/table-key.ts';
import { roleData } from './role.ts';
import { roleFields, writtenRole } from './role-write.ts';
import { findRole, roleKey, type Storage } from './storage.ts';

const write: Handler<Storage, typeof roleFields> = (core, request, fields) => {
  const name = fields.get('name');
  const { role, warnings } = writtenRole(core, request.mount, findRole(request.storage, name), fields);
  request.storage.roles[roleKey(name)] = role;
  return warnings.length > 0 ? { warnings } : undefined;
};

/** `role/<name>`: kept and found under the lower-cased name. */
export const rolePath = path<Storage>()({
  pattern: `role/${nameRegex('name')}`,
  help: 'Register an role with the backend.',
  fields: roleFields,
  exists: (_core, request, fields) => findRole(request.storage, fields.get('name')) !== undefined,
  operations: {
    create: write,
    update: write,
    read: (_core, request, fields) => {
      const role = findRole(request.storage, fields.get('name'));
      return role && { data: roleData(role) };
    },
    delete: (_core, request, fields) => {
      delete request.storage.roles[roleKey(fields.get('name'))];
      return undefined;
    },
  },
});

/** `role` and `role/`: the names, sorted as the storage sorts them. */
export const roleList = path<Storage>()({
  pattern: 'role/?',
  help: 'Lists all the roles registered with the backend.',
  fields: {},
  operations: { list: (_core, request) => listResponse(Object.keys(request.storage.roles).map(tableName).sort()) },
});
