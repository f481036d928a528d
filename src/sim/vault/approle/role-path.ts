import {
  type Core,
  emptyTokenParams,
  errorResponse,
  type FieldData,
  formatGoDuration,
  type Handler,
  listResponse,
  nameRegex,
  path,
  updateOldTokenParams,
  updateTokenParams,
} from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { checkBlocks } from './cidrs.ts';
import { roleAnswer, storeRole } from './role.ts';
import { roleFields } from './role-fields.ts';
import { findRole, type Role, type Storage } from './storage.ts';

type Fields = FieldData<typeof roleFields>;

const newRole = (core: Core, given: Fields): Role => ({
  name: given.get('role_name').toLowerCase(),
  tokens: emptyTokenParams(),
  roleId: given.given('role_id') ?? core.random.uuid(),
  bindSecretId: true,
  localSecretIds: given.get('local_secret_ids'),
  secretIdBoundCidrs: null,
  secretIdNumUses: 0,
  secretIdTtl: 0,
  hmacKey: core.random.uuid(),
});

/** Mount-tuning values make no sense on a role; here they are corrected, not refused. */
const tokenTypeWarning = (given: Fields): { readonly type: 'service' | 'batch'; readonly text: string } | undefined => {
  const { token_type } = given.raw;
  if (token_type !== 'default-service' && token_type !== 'default-batch') return undefined;
  const type = token_type === 'default-batch' ? 'batch' : 'service';
  return { type, text: `${token_type} has no useful meaning; adjusting to ${type}` };
};

const withTokenType = (given: Fields, type: string | undefined): Fields =>
  type === undefined
    ? given
    : { ...given, given: ((name: string) => (name === 'token_type' ? type : given.given(name as never))) as never };

export const periodError = (period: number, core: Core): string =>
  `period of "${formatGoDuration(period)}" is greater than the backend's maximum lease TTL of "${formatGoDuration(core.maxLease)}"`;

const write: Handler<Storage, typeof roleFields> = (core, { storage }, given) => {
  const before = findRole(storage, given.get('role_name'));
  const role = before ?? newRole(core, given);
  const warnings: string[] = [];
  const adjusted = tokenTypeWarning(given);
  if (adjusted) warnings.push(adjusted.text);
  updateTokenParams(role.tokens, withTokenType(given, adjusted?.type));
  if (before && given.given('local_secret_ids') !== undefined)
    throw errorResponse('local_secret_ids can only be modified during role creation');
  const previousId = before ? role.roleId : '';
  role.roleId = given.given('role_id') ?? role.roleId;
  if (role.roleId === '') throw errorResponse('invalid role_id supplied, or failed to generate a role_id');
  role.bindSecretId = given.given('bind_secret_id') ?? role.bindSecretId;
  role.secretIdBoundCidrs =
    given.given('secret_id_bound_cidrs') ?? given.given('bound_cidr_list') ?? role.secretIdBoundCidrs;
  checkBlocks(role.secretIdBoundCidrs ?? []);
  role.secretIdNumUses = given.given('secret_id_num_uses') ?? role.secretIdNumUses;
  if (role.secretIdNumUses < 0) throw errorResponse('secret_id_num_uses cannot be negative');
  role.secretIdTtl = given.given('secret_id_ttl') ?? role.secretIdTtl;
  updateOldTokenParams(role.tokens, given as never);
  const old = role.tokens.old.period;
  if (typeof old === 'number' && old > core.maxLease) throw errorResponse(periodError(old, core));
  if (role.tokens.maxTtl > core.maxLease)
    warnings.push(
      "token_max_ttl is greater than the backend mount's maximum TTL value; issued tokens' max TTL value will be truncated",
    );
  storeRole(storage, role, previousId);
  return warnings.length > 0 ? { warnings } : undefined;
};

export const rolePath = path<Storage>()({
  pattern: `role/${nameRegex('role_name')}`,
  fields: roleFields,
  exists: (_core, { storage }, given) => findRole(storage, given.get('role_name')) !== undefined,
  operations: {
    create: write,
    update: write,
    read: (_core, { storage }, given) => {
      const role = findRole(storage, given.get('role_name'));
      return role && roleAnswer(role);
    },
    delete: (_core, { storage }, given) => {
      const role = findRole(storage, given.get('role_name'));
      if (!role) return undefined;
      delete storage.roleIds[tableKey(role.roleId)];
      delete storage.secretIds[tableKey(role.name)];
      delete storage.roles[tableKey(role.name)];
      return undefined;
    },
  },
});

export const roleList = path<Storage>()({
  pattern: 'role/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.roles).map(tableName).sort()) },
});
