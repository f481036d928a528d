/** `role/<name>/secret-id` and its relatives. Source: vault: builtin/credential/approle/path_role.go. */
import {
  type Core,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  goError,
  goQuote,
  listResponse,
  nameRegex,
  type Outcome,
  path,
  VaultError,
} from '../framework/index.ts';
import { checkBlocks, checkSubset } from './cidrs.ts';
import { parseMetadata } from './metadata.ts';
import {
  addSecretId,
  type FoundSecretId,
  findByAccessor,
  findSecretId,
  removeSecretId,
  secretIdData,
  secretIdsOf,
} from './secret-id.ts';
import { findRole, type Role, type SecretId, type Storage } from './storage.ts';

const fields = {
  role_name: { type: 'string' },
  secret_id: { type: 'string' },
  secret_id_accessor: { type: 'string' },
  metadata: { type: 'string' },
  cidr_list: { type: 'comma slice' },
  token_bound_cidrs: { type: 'comma slice' },
  num_uses: { type: 'int' },
  ttl: { type: 'duration' },
} as const satisfies FieldSchemas;

type Fields = FieldData<typeof fields>;

const usesOf = (role: Role, given: Fields): number => {
  const uses = given.given('num_uses') ?? role.secretIdNumUses;
  if (uses < 0) throw errorResponse('num_uses cannot be negative');
  if (role.secretIdNumUses > 0 && (uses === 0 || uses > role.secretIdNumUses))
    throw errorResponse("num_uses cannot be higher than the role's secret_id_num_uses");
  return uses;
};

const ttlOf = (role: Role, given: Fields): number => {
  const ttl = given.given('ttl') ?? role.secretIdTtl;
  if (role.secretIdTtl > 0 && (ttl === 0 || ttl > role.secretIdTtl))
    throw errorResponse("ttl cannot be longer than the role's secret_id_ttl");
  return ttl;
};

const noRole = (name: string): string => `role ${goQuote(name)} does not exist`;

const create = (core: Core, storage: Storage, given: Fields, secretId: string): Outcome => {
  if (secretId === '') throw errorResponse('missing secret_id');
  const name = given.get('role_name');
  const role = findRole(storage, name);
  // An error text together with ErrUnsupportedPath: its status, this text.
  if (!role) throw new VaultError('unsupported path', 404, noRole(name), true);
  if (!role.bindSecretId) throw errorResponse('bind_secret_id is not set on the role');
  const [cidrs, tokenBoundCidrs] = [given.get('cidr_list'), given.get('token_bound_cidrs')];
  checkBlocks(cidrs);
  checkSubset(cidrs, role.secretIdBoundCidrs ?? []);
  checkBlocks(tokenBoundCidrs, 'token CIDR blocks');
  checkSubset(tokenBoundCidrs, role.tokens.boundCidrs);
  const [uses, ttl] = [usesOf(role, given), ttlOf(role, given)];
  const metadata = parseMetadata(given.get('metadata'));
  if ('error' in metadata) throw errorResponse(`failed to parse metadata: ${metadata.error}`);
  if (findSecretId(storage, role, secretId, core.wall))
    throw goError('failed to store secret_id: SecretID is already registered');
  const lives = Math.min(ttl, core.maxLease);
  const entry: SecretId = {
    accessor: core.random.uuid(),
    uses,
    ttl,
    created: core.wall,
    updated: core.wall,
    expires: lives === 0 ? 0 : core.wall + lives * 1000,
    metadata: metadata.pairs,
    cidrs,
    tokenBoundCidrs,
  };
  addSecretId(storage, role, secretId, entry);
  return {
    data: {
      secret_id: secretId,
      secret_id_accessor: entry.accessor,
      secret_id_num_uses: uses,
      secret_id_ttl: lives,
    },
    wrappedAccessor: entry.accessor,
  };
};

const rolePattern = `role/${nameRegex('role_name')}`;

export const secretIdPath = path<Storage>()({
  pattern: `${rolePattern}/secret-id/?`,
  fields,
  operations: {
    update: (core, { storage }, given) => create(core, storage, given, core.random.uuid()),
    list: (core, { storage }, given) => {
      const name = given.get('role_name');
      const role = findRole(storage, name);
      if (!role) throw errorResponse(noRole(name));
      return listResponse(secretIdsOf(storage, role, core.wall).map(({ entry }) => entry.accessor));
    },
  },
});

export const customSecretId = path<Storage>()({
  pattern: `${rolePattern}/custom-secret-id`,
  fields,
  operations: { update: (core, { storage }, given) => create(core, storage, given, given.get('secret_id')) },
});

/** The role and the text that finds one of its secret ids. */
const asked = (storage: Storage, given: Fields, by: 'secret_id' | 'secret_id_accessor') => {
  const value = given.get(by);
  if (value === '') throw errorResponse(`missing ${by}`);
  const name = given.get('role_name');
  const role = findRole(storage, name);
  if (!role) throw goError(noRole(name));
  return { role, value };
};

const shown = (found: FoundSecretId | undefined): Outcome => found && { data: secretIdData(found.entry) };

const destroy = (core: Core, { storage }: { readonly storage: Storage }, given: Fields): undefined => {
  const { role, value } = asked(storage, given, 'secret_id');
  const found = findSecretId(storage, role, value, core.wall);
  if (found) removeSecretId(storage, role, found.key);
};

const noAccessor = (accessor: string): string =>
  `failed to find accessor entry for secret_id_accessor: ${goQuote(accessor)}`;

const destroyByAccessor = (core: Core, { storage }: { readonly storage: Storage }, given: Fields): undefined => {
  const { role, value } = asked(storage, given, 'secret_id_accessor');
  const found = findByAccessor(storage, role, value, core.wall);
  if (!found) throw goError(noAccessor(value));
  removeSecretId(storage, role, found.key);
};

export const secretIdLookup = path<Storage>()({
  pattern: `${rolePattern}/secret-id/lookup/?`,
  fields,
  operations: {
    update: (core, { storage }, given) => {
      const { role, value } = asked(storage, given, 'secret_id');
      return shown(findSecretId(storage, role, value, core.wall));
    },
  },
});

export const secretIdDestroy = path<Storage>()({
  pattern: `${rolePattern}/secret-id/destroy/?`,
  fields,
  operations: { update: destroy, delete: destroy },
});

export const accessorLookup = path<Storage>()({
  pattern: `${rolePattern}/secret-id-accessor/lookup/?`,
  fields,
  operations: {
    update: (core, { storage }, given) => {
      const { role, value } = asked(storage, given, 'secret_id_accessor');
      const found = findByAccessor(storage, role, value, core.wall);
      return found ? shown(found) : { status: 404, data: { error: noAccessor(value) } };
    },
  },
});

export const accessorDestroy = path<Storage>()({
  pattern: `${rolePattern}/secret-id-accessor/destroy/?`,
  fields,
  operations: { update: destroyByAccessor, delete: destroyByAccessor },
});
