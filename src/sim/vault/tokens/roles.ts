/** `auth/token/roles`. (vault: vault/token_store.go, tokenStoreCreateUpdateRole) */
import { internalPath } from '../core/internal-path.ts';
import {
  errorResponse,
  type FieldData,
  type FieldSchemas,
  invalidRequest,
  listResponse,
  nameRegex,
  parseAddresses,
  type Request,
  type TokenType,
} from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { sanitizePolicies, uniqueSorted } from './policies.ts';
import type { TokenRole, TokenStorage } from './storage.ts';

const fields = {
  role_name: { type: 'string' },
  allowed_policies: { type: 'comma slice' },
  disallowed_policies: { type: 'comma slice' },
  allowed_policies_glob: { type: 'comma slice' },
  disallowed_policies_glob: { type: 'comma slice' },
  allowed_entity_aliases: { type: 'comma slice' },
  orphan: { type: 'bool' },
  renewable: { type: 'bool', default: true },
  path_suffix: { type: 'string' },
  period: { type: 'duration' },
  explicit_max_ttl: { type: 'duration' },
  bound_cidrs: { type: 'comma slice' },
  token_bound_cidrs: { type: 'comma slice' },
  token_explicit_max_ttl: { type: 'duration' },
  token_no_default_policy: { type: 'bool' },
  token_period: { type: 'duration' },
  token_type: { type: 'string' },
  token_num_uses: { type: 'int' },
} as const satisfies FieldSchemas;

type Fields = FieldData<typeof fields>;

const freshRole = (name: string): TokenRole => ({
  name,
  allowedPolicies: [],
  disallowedPolicies: [],
  allowedPoliciesGlob: [],
  disallowedPoliciesGlob: [],
  allowedEntityAliases: null,
  orphan: false,
  renewable: true,
  pathSuffix: '',
  type: 'default-service',
  period: 0,
  explicitMaxTtl: 0,
  noDefaultPolicy: false,
  numUses: 0,
  boundCidrs: [],
  oldPeriod: 0,
  oldExplicitMaxTtl: 0,
  oldBoundCidrs: [],
});

/** Found by name as typed. */
export const findRole = (storage: TokenStorage, name: string): TokenRole | undefined =>
  Object.hasOwn(storage.roles, tableKey(name)) ? storage.roles[tableKey(name)] : undefined;

const pathSuffix = (suffix: string): string => {
  if (suffix !== '' && !/\w[\w\-.]+\w/.test(suffix))
    throw errorResponse('given role path suffix contains invalid characters; must match \\w[\\w-.]+\\w');
  return suffix;
};

const TYPES: readonly string[] = ['service', 'batch', 'default-service', 'default-batch'];

const tokenType = (text: string): TokenType => {
  if (text === '' || text === 'default') return 'default-service';
  if (!TYPES.includes(text)) throw errorResponse(`invalid 'token_type' value ${JSON.stringify(text)}`);
  return text as TokenType;
};

const addresses = (texts: readonly string[]): readonly string[] => {
  const parsed = parseAddresses(texts);
  if ('error' in parsed) throw invalidRequest(parsed.error);
  return parsed.addresses;
};

const updateNames = (role: TokenRole, fields: Fields): void => {
  role.orphan = fields.given('orphan') ?? role.orphan;
  role.renewable = fields.given('renewable') ?? role.renewable;
  role.pathSuffix = pathSuffix(fields.given('path_suffix') ?? role.pathSuffix);
  const lists = {
    allowedPolicies: fields.given('allowed_policies'),
    allowedPoliciesGlob: fields.given('allowed_policies_glob'),
  };
  role.allowedPolicies = lists.allowedPolicies ? sanitizePolicies(lists.allowedPolicies, false) : role.allowedPolicies;
  role.allowedPoliciesGlob = lists.allowedPoliciesGlob
    ? sanitizePolicies(lists.allowedPoliciesGlob, false)
    : role.allowedPoliciesGlob;
  const disallowed = fields.given('disallowed_policies');
  if (disallowed) role.disallowedPolicies = uniqueSorted(disallowed);
  const disallowedGlob = fields.given('disallowed_policies_glob');
  if (disallowedGlob) role.disallowedPoliciesGlob = uniqueSorted(disallowedGlob);
};

/** The new name wins; the old one alone sets both; the new one alone ends the old one's echo. */
const renamed = <T>(
  given: T | undefined,
  old: T | undefined,
  before: { readonly value: T; readonly old: T },
  zero: T,
): { value: T; old: T } => {
  if (given !== undefined) return { value: given, old: old === undefined ? zero : given };
  return old === undefined ? before : { value: old, old };
};

const updateLimits = (role: TokenRole, fields: Fields): void => {
  const cidrs = renamed(
    fields.given('token_bound_cidrs'),
    fields.given('bound_cidrs'),
    { value: role.boundCidrs, old: role.oldBoundCidrs },
    [],
  );
  role.boundCidrs = addresses(cidrs.value);
  role.oldBoundCidrs = addresses(cidrs.old);
  const max = renamed(
    fields.given('token_explicit_max_ttl'),
    fields.given('explicit_max_ttl'),
    { value: role.explicitMaxTtl, old: role.oldExplicitMaxTtl },
    0,
  );
  role.explicitMaxTtl = max.value;
  role.oldExplicitMaxTtl = max.old;
  role.noDefaultPolicy = fields.given('token_no_default_policy') ?? role.noDefaultPolicy;
  const period = renamed(
    fields.given('token_period'),
    fields.given('period'),
    { value: role.period, old: role.oldPeriod },
    0,
  );
  role.period = period.value;
  role.oldPeriod = period.old;
  role.type = tokenType(fields.given('token_type') ?? role.type);
  role.numUses = fields.given('token_num_uses') ?? role.numUses;
  if (role.numUses < 0) throw invalidRequest("'token_num_uses' cannot be negative");
};

const checkBatch = (role: TokenRole): void => {
  if (role.type !== 'batch') return;
  const cannot = "'token_type' cannot be 'batch' when role is set to generate";
  if (!role.orphan) throw errorResponse(`${cannot} non-orphan tokens`);
  if (role.period !== 0) throw errorResponse(`${cannot} periodic tokens`);
  if (role.renewable) throw errorResponse(`${cannot} renewable tokens`);
  if (role.explicitMaxTtl !== 0) throw errorResponse(`${cannot} tokens with an explicit max TTL`);
  if (role.numUses !== 0) throw errorResponse(`${cannot} tokens with limited use count`);
};

const write = (request: Request<TokenStorage>, fields: Fields): undefined => {
  const name = fields.get('role_name');
  const role = { ...(findRole(request.storage, name) ?? freshRole(name)) };
  updateNames(role, fields);
  updateLimits(role, fields);
  checkBatch(role);
  const aliases = fields.given('allowed_entity_aliases');
  if (aliases) role.allowedEntityAliases = uniqueSorted(aliases);
  request.storage.roles[tableKey(name)] = role;
  return undefined;
};

const shown = (role: TokenRole): Readonly<Record<string, unknown>> => ({
  allowed_entity_aliases: role.allowedEntityAliases,
  allowed_policies: role.allowedPolicies,
  allowed_policies_glob: role.allowedPoliciesGlob,
  disallowed_policies: role.disallowedPolicies,
  disallowed_policies_glob: role.disallowedPoliciesGlob,
  explicit_max_ttl: role.oldExplicitMaxTtl,
  name: role.name,
  orphan: role.orphan,
  path_suffix: role.pathSuffix,
  period: role.oldPeriod,
  renewable: role.renewable,
  token_explicit_max_ttl: role.explicitMaxTtl,
  token_no_default_policy: role.noDefaultPolicy,
  token_period: role.period,
  token_type: role.type,
  ...(role.boundCidrs.length > 0 && { token_bound_cidrs: role.boundCidrs }),
  ...(role.oldBoundCidrs.length > 0 && { bound_cidrs: role.oldBoundCidrs }),
  ...(role.numUses > 0 && { token_num_uses: role.numUses }),
});

export const rolePath = internalPath<TokenStorage>()({
  pattern: `roles/${nameRegex('role_name')}`,
  fields,
  exists: (_, request, fields) => findRole(request.storage, fields.get('role_name')) !== undefined,
  operations: {
    read: (_, request, fields) => {
      const role = findRole(request.storage, fields.get('role_name'));
      return role && { data: shown(role) };
    },
    create: (_, request, fields) => write(request, fields),
    update: (_, request, fields) => write(request, fields),
    delete: (_, request, fields) => {
      delete request.storage.roles[tableKey(fields.get('role_name'))];
      return undefined;
    },
  },
});

export const roleList = internalPath<TokenStorage>()({
  pattern: 'roles/?',
  fields: {},
  operations: { list: (_, request) => listResponse(Object.keys(request.storage.roles).map(tableName).sort()) },
});
