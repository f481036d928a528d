/** `role/<name>/<property>`: one property of a role by itself. Source: vault: builtin/credential/approle/path_role.go. */
import {
  type Core,
  errorResponse,
  type FieldData,
  type Handler,
  nameRegex,
  type Operation,
  type Path,
  parseAddresses,
  path,
  unsupportedPath,
} from '../framework/index.ts';
import { sanitizePolicies } from '../tokens/policies.ts';
import { checkBlocks } from './cidrs.ts';
import { storeRole } from './role.ts';
import { roleFields } from './role-fields.ts';
import { periodError } from './role-path.ts';
import { findRole, type Role, type Storage } from './storage.ts';

type Fields = FieldData<typeof roleFields>;

interface Property {
  /** Last part of the path. */
  readonly name: string;
  readonly read: (role: Role) => Readonly<Record<string, unknown>>;
  /** Left out: it cannot be changed here. @throws VaultError */
  readonly write?: (role: Role, given: Fields, core: Core) => void;
  /** Back to the default; left out: it cannot be deleted. */
  readonly reset?: (role: Role) => void;
}

const needed = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw errorResponse(`missing ${name}`);
  return value;
};

const blocks = (role: Role, given: Fields): void => {
  const cidrs = needed(given.given('secret_id_bound_cidrs') ?? given.given('bound_cidr_list'), 'bound_cidr_list');
  if (cidrs.length === 0) throw errorResponse('missing bound_cidr_list');
  checkBlocks(cidrs);
  role.secretIdBoundCidrs = cidrs;
};

const DEPRECATED_LIST =
  'The "bound_cidr_list" field is deprecated and will be removed. Please use "secret_id_bound_cidrs" instead.';

const PROPERTIES: readonly Property[] = [
  { name: 'local-secret-ids', read: (role) => ({ local_secret_ids: role.localSecretIds }) },
  {
    name: 'policies',
    read: ({ tokens }) => ({
      token_policies: tokens.policies,
      ...(tokens.old.policies !== undefined && { policies: tokens.old.policies }),
    }),
    write: ({ tokens }, given) => {
      const old = given.given('policies');
      const names = needed(given.given('token_policies') ?? old, 'token_policies');
      tokens.policies = sanitizePolicies(names, false);
      if (old === undefined) delete tokens.old.policies;
      else tokens.old.policies = tokens.policies;
    },
    reset: ({ tokens }) => {
      tokens.policies = [];
      delete tokens.old.policies;
    },
  },
  {
    name: 'bound-cidr-list',
    read: () => ({ bound_cidr_list: null }),
    write: blocks,
    reset: () => {},
  },
  {
    name: 'secret-id-bound-cidrs',
    read: (role) => ({ secret_id_bound_cidrs: role.secretIdBoundCidrs }),
    write: blocks,
    reset: (role) => {
      role.secretIdBoundCidrs = null;
    },
  },
  {
    name: 'token-bound-cidrs',
    read: ({ tokens }) => ({ token_bound_cidrs: tokens.boundCidrs.length > 0 ? tokens.boundCidrs : null }),
    write: ({ tokens }, given) => {
      const parsed = parseAddresses(given.given('token_bound_cidrs') ?? tokens.boundCidrs);
      if ('error' in parsed) throw errorResponse(`failed to parse token_bound_cidrs: ${parsed.error}`);
      tokens.boundCidrs = parsed.addresses;
    },
    reset: ({ tokens }) => {
      tokens.boundCidrs = [];
    },
  },
  {
    name: 'bind-secret-id',
    read: (role) => ({ bind_secret_id: role.bindSecretId }),
    write: (role, given) => {
      role.bindSecretId = needed(given.given('bind_secret_id'), 'bind_secret_id');
    },
    reset: (role) => {
      role.bindSecretId = true;
    },
  },
  {
    name: 'secret-id-num-uses',
    read: (role) => ({ secret_id_num_uses: role.secretIdNumUses }),
    write: (role, given) => {
      role.secretIdNumUses = needed(given.given('secret_id_num_uses'), 'secret_id_num_uses');
      if (role.secretIdNumUses < 0) throw errorResponse('secret_id_num_uses cannot be negative');
    },
    reset: (role) => {
      role.secretIdNumUses = 0;
    },
  },
  {
    name: 'secret-id-ttl',
    read: (role) => ({ secret_id_ttl: role.secretIdTtl }),
    write: (role, given) => {
      role.secretIdTtl = needed(given.given('secret_id_ttl'), 'secret_id_ttl');
    },
    reset: (role) => {
      role.secretIdTtl = 0;
    },
  },
  {
    name: 'period',
    read: ({ tokens }) => ({
      token_period: tokens.period,
      ...(tokens.old.period !== undefined && { period: tokens.old.period }),
    }),
    write: ({ tokens }, given, core) => {
      const old = given.given('period');
      tokens.period = needed(given.given('token_period') ?? old, 'period');
      if (old === undefined) delete tokens.old.period;
      else tokens.old.period = tokens.period;
      if (tokens.period > core.maxLease) throw errorResponse(periodError(tokens.period, core));
    },
    reset: ({ tokens }) => {
      tokens.period = 0;
      delete tokens.old.period;
    },
  },
  {
    name: 'token-num-uses',
    read: ({ tokens }) => ({ token_num_uses: tokens.numUses }),
    write: ({ tokens }, given) => {
      tokens.numUses = needed(given.given('token_num_uses'), 'token_num_uses');
    },
    reset: ({ tokens }) => {
      tokens.numUses = 0;
    },
  },
  {
    name: 'token-ttl',
    read: ({ tokens }) => ({ token_ttl: tokens.ttl }),
    write: ({ tokens }, given) => {
      tokens.ttl = needed(given.given('token_ttl'), 'token_ttl');
      if (tokens.maxTtl > 0 && tokens.ttl > tokens.maxTtl)
        throw errorResponse('token_ttl should not be greater than token_max_ttl');
    },
    reset: ({ tokens }) => {
      tokens.ttl = 0;
    },
  },
  {
    name: 'token-max-ttl',
    read: ({ tokens }) => ({ token_max_ttl: tokens.maxTtl }),
    write: ({ tokens }, given) => {
      tokens.maxTtl = needed(given.given('token_max_ttl'), 'token_max_ttl');
      if (tokens.maxTtl > 0 && tokens.ttl > tokens.maxTtl)
        throw errorResponse('token_max_ttl should be greater than or equal to token_ttl');
    },
    reset: ({ tokens }) => {
      tokens.maxTtl = 0;
    },
  },
  {
    name: 'role-id',
    read: (role) => ({ role_id: role.roleId }),
    write: (role, given) => {
      role.roleId = given.get('role_id');
      if (role.roleId === '') throw errorResponse('missing role_id');
    },
  },
];

type Handle = Handler<Storage, typeof roleFields>;

const reader =
  ({ name, read }: Property): Handle =>
  (_core, { storage }, given) => {
    const role = findRole(storage, given.get('role_name'));
    return role && { data: read(role), ...(name === 'bound-cidr-list' && { warnings: [DEPRECATED_LIST] }) };
  };

const writer =
  (write: NonNullable<Property['write']>): Handle =>
  (core, { storage }, given) => {
    const role = findRole(storage, given.get('role_name'));
    if (!role) throw unsupportedPath();
    const previousId = role.roleId;
    write(role, given, core);
    storeRole(storage, role, previousId);
    return undefined;
  };

const resetter =
  (reset: NonNullable<Property['reset']>): Handle =>
  (_core, { storage }, given) => {
    const role = findRole(storage, given.get('role_name'));
    if (!role) return undefined;
    reset(role);
    storeRole(storage, role, role.roleId);
    return undefined;
  };

const propertyPath = (property: Property): Path => {
  const { name, write, reset } = property;
  const operations: Partial<Record<Operation, Handle>> = { read: reader(property) };
  if (write) operations.update = writer(write);
  if (reset) operations.delete = resetter(reset);
  return path<Storage>()({ pattern: `role/${nameRegex('role_name')}/${name}`, fields: roleFields, operations });
};

export const rolePropertyPaths: readonly Path[] = PROPERTIES.map(propertyPath);
