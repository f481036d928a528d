/** `roles/<name>` and `roles`. Source: vault: builtin/logical/database/path_roles.go. */
import { errorResponse, type FieldSchemas, type Handler, listResponse, nameRegex, path } from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { find, type Role, type Storage } from './storage.ts';

const fields = {
  name: { type: 'string' },
  db_name: { type: 'string' },
  credential_type: { type: 'string', default: 'password' },
  credential_config: { type: 'kv pairs' },
  creation_statements: { type: 'string slice' },
  revocation_statements: { type: 'string slice' },
  renew_statements: { type: 'string slice' },
  rollback_statements: { type: 'string slice' },
  default_ttl: { type: 'duration' },
  max_ttl: { type: 'duration' },
} as const satisfies FieldSchemas;

const CREDENTIAL_TYPES = ['password', 'rsa_private_key', 'client_certificate'];

/** @throws VaultError 400 */
export const checkCredentialType = (type: string): string => {
  if (!CREDENTIAL_TYPES.includes(type)) throw errorResponse(`invalid credential_type ${JSON.stringify(type)}`);
  return type;
};

const emptyRole = (): Role => ({
  database: '',
  credentialType: 'password',
  credentialConfig: {},
  statements: { creation: [], revocation: [], rollback: [], renew: [] },
  defaultTtl: 0,
  maxTtl: 0,
});

const write: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const name = given.get('name');
  const role = find(storage.roles, name) ?? emptyRole();
  role.database = given.given('db_name') ?? role.database;
  if (role.database === '') throw errorResponse('database name is required');
  role.credentialType = checkCredentialType(given.given('credential_type') ?? role.credentialType);
  if (role.credentialType !== 'password') core.notModelled(`database: credential_type ${role.credentialType}`);
  role.credentialConfig = given.given('credential_config') ?? role.credentialConfig;
  const { statements } = role;
  statements.creation = given.given('creation_statements') ?? statements.creation;
  statements.revocation = given.given('revocation_statements') ?? statements.revocation;
  statements.rollback = given.given('rollback_statements') ?? statements.rollback;
  statements.renew = given.given('renew_statements') ?? statements.renew;
  role.defaultTtl = given.given('default_ttl') ?? role.defaultTtl;
  role.maxTtl = given.given('max_ttl') ?? role.maxTtl;
  storage.roles[tableKey(name)] = role;
  return undefined;
};

const view = (role: Role) => ({
  creation_statements: role.statements.creation,
  ...(Object.keys(role.credentialConfig).length > 0 && { credential_config: role.credentialConfig }),
  credential_type: role.credentialType,
  db_name: role.database,
  default_ttl: role.defaultTtl,
  max_ttl: role.maxTtl,
  renew_statements: role.statements.renew,
  revocation_statements: role.statements.revocation,
  rollback_statements: role.statements.rollback,
});

export const rolePath = path<Storage>()({
  pattern: `roles/${nameRegex('name')}`,
  fields,
  exists: (_core, { storage }, given) => find(storage.roles, given.get('name')) !== undefined,
  operations: {
    create: write,
    update: write,
    read: (_core, { storage }, given) => {
      const role = find(storage.roles, given.get('name'));
      return role && { data: view(role) };
    },
    delete: (_core, { storage }, given) => {
      delete storage.roles[tableKey(given.get('name'))];
      return undefined;
    },
  },
});

export const roleList = path<Storage>()({
  pattern: 'roles/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.roles).map(tableName).sort()) },
});
