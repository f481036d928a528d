/** `static-creds/<name>` and `rotate-role/<name>`. Source: path_creds_create.go, path_rotate_credentials.go. */
import { errorResponse, goTime, nameRegex, path } from '../framework/index.ts';
import { checkAllowed, connectionOf } from './connections.ts';
import { beginRotation, finishRotation } from './rotation.ts';
import { find, type StaticRole, type Storage } from './storage.ts';

const roleOf = (storage: Storage, name: string, unknown: string): StaticRole => {
  const role = find(storage.staticRoles, name);
  if (!role) throw errorResponse(unknown);
  return role;
};

/** Whole seconds until the next rotation, never negative. */
const secondsLeft = (role: StaticRole, wall: number): number =>
  role.rotated === null ? 0 : Math.max(0, Math.floor((role.rotated + role.period * 1000 - wall) / 1000 + 0.5));

export const staticCredsPath = path<Storage>()({
  pattern: `static-creds/${nameRegex('name')}`,
  fields: { name: { type: 'string' } },
  operations: {
    read: (core, { storage }, given) => {
      const name = given.get('name');
      const role = roleOf(storage, name, `unknown role: ${name}`);
      checkAllowed(connectionOf(storage, role.database), name);
      return {
        data: {
          last_vault_rotation: role.rotated === null ? '0001-01-01T00:00:00Z' : goTime(role.rotated),
          password: role.password,
          ...(role.schedule === ''
            ? { rotation_period: role.period }
            : { rotation_schedule: role.schedule, rotation_window: role.window }),
          ttl: secondsLeft(role, core.wall),
          username: role.username,
        },
      };
    },
  },
});

const unknownRole = 'no static role found for role name';

export const rotateRolePath = path<Storage>()({
  pattern: `rotate-role/${nameRegex('name')}`,
  fields: { name: { type: 'string' } },
  operations: {
    update: (core, { storage }, given) => {
      const name = given.get('name');
      return beginRotation(core, storage, name, roleOf(storage, name, unknownRole));
    },
  },
  resume: (core, { storage }, output, given) =>
    finishRotation(core, storage, roleOf(storage, given.get('name'), unknownRole), output),
});
