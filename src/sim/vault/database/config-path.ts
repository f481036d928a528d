/** `config/<name>`, `config`, `reset/<name>`. Source: vault: builtin/logical/database/path_config_connection.go. */
import {
  type Core,
  errorResponse,
  type FieldSchemas,
  goError,
  type Handler,
  listResponse,
  multiError,
  nameRegex,
  type Outcome,
  path,
  type Request,
} from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { isBuiltin } from '../mounts/builtin.ts';
import type { ConnectionOutput } from './connection-machine.ts';
import { connectionOf } from './connections.ts';
import { failureOf, transaction } from './plugin.ts';
import { type Connection, find, type Storage } from './storage.ts';

const PLUGIN = 'postgresql-database-plugin';

const fields = {
  name: { type: 'string' },
  plugin_name: { type: 'string' },
  plugin_version: { type: 'string' },
  verify_connection: { type: 'bool', default: true },
  allowed_roles: { type: 'comma slice' },
  root_rotation_statements: { type: 'string slice' },
  password_policy: { type: 'string' },
  skip_static_role_import_rotation: { type: 'bool' },
  rotation_schedule: { type: 'string' },
  rotation_window: { type: 'duration' },
  rotation_period: { type: 'duration' },
  disable_automated_rotation: { type: 'bool' },
} as const satisfies FieldSchemas;

const emptyConnection = (): Connection => ({
  plugin: '',
  pluginVersion: '',
  allowedRoles: [],
  details: {},
  rootStatements: [],
  passwordPolicy: '',
  verify: true,
  skipImportRotation: false,
  rotationPeriod: 0,
  rotationSchedule: '',
  rotationWindow: 0,
  disableAutomatedRotation: false,
});

const notCreated = (text: string) => errorResponse(`error creating database object: ${text}`);

/** The plugin has to be in the catalog; of those that are, one is modelled. */
const checkPlugin = (core: Core, plugin: string): void => {
  if (plugin === '') throw errorResponse('empty plugin name');
  if (plugin === PLUGIN) return;
  if (isBuiltin('database', plugin)) core.notModelled(`database plugin ${plugin}`);
  const missing = `plugin not found in the catalog: ${plugin}`;
  throw notCreated(`invalid database version: ${multiError([missing, missing])}`);
};

/** What was sent over what is stored. */
const merged = (core: Core, request: Request<Storage>, given: Parameters<Handler<Storage, typeof fields>>[2]) => {
  const before = find(request.storage.connections, given.get('name'));
  const stored = before ?? emptyConnection();
  const sent = Object.entries(given.raw).filter(([name]) => !Object.hasOwn(fields, name));
  const connection: Connection = {
    plugin: given.given('plugin_name') ?? stored.plugin,
    pluginVersion: given.given('plugin_version') ?? stored.pluginVersion,
    allowedRoles: given.given('allowed_roles') ?? stored.allowedRoles,
    details: { ...stored.details, ...Object.fromEntries(sent) },
    rootStatements: given.given('root_rotation_statements') ?? stored.rootStatements,
    passwordPolicy: given.given('password_policy') ?? stored.passwordPolicy,
    verify: given.get('verify_connection'),
    skipImportRotation: given.given('skip_static_role_import_rotation') ?? stored.skipImportRotation,
    rotationPeriod: given.given('rotation_period') ?? stored.rotationPeriod,
    rotationSchedule: given.given('rotation_schedule') ?? stored.rotationSchedule,
    rotationWindow: given.given('rotation_window') ?? stored.rotationWindow,
    disableAutomatedRotation: given.given('disable_automated_rotation') ?? stored.disableAutomatedRotation,
  };
  checkPlugin(core, connection.plugin);
  if (connection.passwordPolicy !== '') core.notModelled('database: password_policy');
  if (connection.details.username_template) core.notModelled('database: username_template');
  return connection;
};

/** `user:password@` written out in a URL; with `{{password}}` it is none that Go's parser takes. */
const writtenPassword = (details: Connection['details']): string | undefined =>
  /^[a-z]+:\/\/[^:@/{}]*:([^@/{}]+)@/.exec(String(details.connection_url ?? ''))?.[1];

const IN_URL =
  'Password found in connection_url, use a templated url to enable root rotation and prevent read access to password information.';

const store = ({ storage }: Request<Storage>, name: string, connection: Connection): Outcome => {
  storage.connections[tableKey(name)] = connection;
  return writtenPassword(connection.details) === undefined ? undefined : { warnings: [IN_URL] };
};

const write: Handler<Storage, typeof fields> = (core, request, given) => {
  const connection = merged(core, request, given);
  if (!connection.details.connection_url) throw notCreated('connection_url cannot be empty');
  if (!connection.verify) return store(request, given.get('name'), connection);
  return transaction(connection.details, [], {});
};

const verified = (
  core: Core,
  request: Request<Storage>,
  output: unknown,
  given: Parameters<typeof write>[2],
): Outcome => {
  const connection = merged(core, request, given);
  const reason = failureOf(connection, output as ConnectionOutput, '');
  if (reason !== undefined) throw notCreated(`error verifying connection: ping failed: ${reason}`);
  return store(request, given.get('name'), connection);
};

const HIDDEN = new Set(['password', 'private_key', 'service_account_json']);

const shownDetails = (details: Connection['details']): Record<string, unknown> => {
  const shown = Object.fromEntries(Object.entries(details).filter(([name]) => !HIDDEN.has(name)));
  const password = writtenPassword(details);
  if (password !== undefined) shown.connection_url = String(shown.connection_url).replaceAll(password, '*****');
  return shown;
};

const read: Handler<Storage, typeof fields> = (_core, { storage }, given) => {
  const connection = find(storage.connections, given.get('name'));
  return (
    connection && {
      data: {
        allowed_roles: connection.allowedRoles,
        connection_details: shownDetails(connection.details),
        disable_automated_rotation: connection.disableAutomatedRotation,
        password_policy: connection.passwordPolicy,
        plugin_name: connection.plugin,
        plugin_version: connection.pluginVersion,
        root_credentials_rotate_statements: connection.rootStatements,
        rotation_period: connection.rotationPeriod,
        rotation_schedule: connection.rotationSchedule,
        rotation_window: connection.rotationWindow,
        skip_static_role_import_rotation: connection.skipImportRotation,
        verify_connection: connection.verify,
      },
    }
  );
};

export const configPath = path<Storage>()({
  pattern: `config/${nameRegex('name')}`,
  fields,
  takesArbitraryInput: true,
  exists: (_core, { storage }, given) => find(storage.connections, given.get('name')) !== undefined,
  operations: {
    create: write,
    update: write,
    read,
    delete: (_core, { storage }, given) => {
      delete storage.connections[tableKey(given.get('name'))];
      return undefined;
    },
  },
  resume: verified,
});

export const configList = path<Storage>()({
  pattern: 'config/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.connections).map(tableName).sort()) },
});

/** Closes the connection and opens it anew. */
export const resetPath = path<Storage>()({
  pattern: `reset/${nameRegex('name')}`,
  fields: { name: { type: 'string' } },
  operations: {
    update: (_core, { storage }, given) => transaction(connectionOf(storage, given.get('name')).details, [], {}),
  },
  resume: (_core, { storage }, output, given) => {
    const reason = failureOf(find(storage.connections, given.get('name')), output as ConnectionOutput, '');
    if (reason !== undefined) throw goError(`error verifying connection: ping failed: ${reason}`);
    return undefined;
  },
});
