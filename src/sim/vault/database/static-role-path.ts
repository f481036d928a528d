/** `static-roles/<name>` and `static-roles`. Source: vault: builtin/logical/database/path_roles.go. */
import {
  errorResponse,
  type FieldData,
  type FieldSchemas,
  goTime,
  type Handler,
  listResponse,
  nameRegex,
  path,
} from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { checkCredentialType } from './role-path.ts';
import { beginRotation, finishRotation, nextRotation, planRotations } from './rotation.ts';
import { find, type StaticRole, type Storage } from './storage.ts';

const fields = {
  name: { type: 'string' },
  db_name: { type: 'string' },
  username: { type: 'string' },
  credential_type: { type: 'string', default: 'password' },
  rotation_period: { type: 'duration' },
  rotation_schedule: { type: 'string' },
  rotation_window: { type: 'duration' },
  rotation_statements: { type: 'string slice' },
  skip_import_rotation: { type: 'bool' },
} as const satisfies FieldSchemas;

/** Seconds: shortest rotation period. */
const SHORTEST = 5;

const emptyRole = (): StaticRole => ({
  database: '',
  credentialType: 'password',
  username: '',
  password: '',
  statements: [],
  period: 0,
  schedule: '',
  window: 0,
  skipImportRotation: false,
  rotated: null,
  next: null,
});

const applyRotation = (role: StaticRole, given: FieldData<typeof fields>, isNew: boolean): void => {
  const period = given.given('rotation_period');
  const schedule = given.given('rotation_schedule');
  if (period && schedule)
    throw errorResponse(
      'mutually exclusive fields rotation_period and rotation_schedule were both specified; only one of them can be provided',
    );
  if (isNew && period === undefined && !schedule)
    throw errorResponse('one of rotation_schedule or rotation_period must be provided to create a static account');
  if (period !== undefined) {
    if (period < SHORTEST) throw errorResponse(`rotation_period must be ${SHORTEST} seconds or more`);
    if (given.given('rotation_window') !== undefined)
      throw errorResponse('rotation_window is invalid with use of rotation_period');
    Object.assign(role, { period, schedule: '', window: 0 });
  }
  if (schedule) Object.assign(role, { period: 0, schedule });
  role.window = given.given('rotation_window') ?? role.window;
};

const apply = (role: StaticRole, given: FieldData<typeof fields>, isNew: boolean): void => {
  const username = given.given('username') ?? '';
  if (isNew && username === '') throw errorResponse('username is a required field to create a static account');
  if (!isNew && username !== '' && username !== role.username)
    throw errorResponse('cannot update static account username');
  if (isNew) role.username = username;
  role.database = given.given('db_name') ?? role.database;
  if (role.database === '') throw errorResponse('database name is a required field');
  applyRotation(role, given, isNew);
  role.statements = given.given('rotation_statements') ?? role.statements;
  role.credentialType = checkCredentialType(given.given('credential_type') ?? role.credentialType);
  role.skipImportRotation = given.given('skip_import_rotation') ?? role.skipImportRotation;
};

/** A new role is stored only when the database has taken the first password. */
const write: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const name = given.get('name');
  const stored = find(storage.staticRoles, name);
  const role = stored ?? emptyRole();
  apply(role, given, stored === undefined);
  if (role.schedule !== '') core.notModelled('database: rotation_schedule (such a role rotates by hand only)');
  if (stored === undefined && !role.skipImportRotation) return beginRotation(core, storage, name, role);
  role.next = nextRotation(role, role.rotated ?? core.wall);
  storage.staticRoles[tableKey(name)] = role;
  planRotations(core, storage);
  return undefined;
};

const view = (role: StaticRole) => ({
  credential_type: role.credentialType,
  db_name: role.database,
  ...(role.rotated !== null && { last_vault_rotation: goTime(role.rotated) }),
  ...(role.schedule === ''
    ? { rotation_period: role.period }
    : { rotation_schedule: role.schedule, rotation_window: role.window }),
  rotation_statements: role.statements,
  skip_import_rotation: role.skipImportRotation,
  username: role.username,
});

export const staticRolePath = path<Storage>()({
  pattern: `static-roles/${nameRegex('name')}`,
  fields,
  exists: (_core, { storage }, given) => find(storage.staticRoles, given.get('name')) !== undefined,
  operations: {
    create: write,
    update: write,
    read: (_core, { storage }, given) => {
      const role = find(storage.staticRoles, given.get('name'));
      return role && { data: view(role) };
    },
    delete: (core, { storage }, given) => {
      delete storage.staticRoles[tableKey(given.get('name'))];
      planRotations(core, storage);
      return undefined;
    },
  },
  resume: (core, { storage }, output, given) => {
    const role = emptyRole();
    apply(role, given, true);
    storage.staticRoles[tableKey(given.get('name'))] = role;
    return finishRotation(core, storage, role, output);
  },
});

export const staticRoleList = path<Storage>()({
  pattern: 'static-roles/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.staticRoles).map(tableName).sort()) },
});
