/** `auth/token/create`, `create-orphan`, `create/<role>`. (vault: vault/token_store.go, handleCreateCommon) */

import { policyText } from '../core/acl.ts';
import { rightsOf } from '../core/check-token.ts';
import { internalPath } from '../core/internal-path.ts';
import { issuedAuth } from '../core/issued-auth.ts';
import type { InternalCore } from '../core/mount-core.ts';
import type { CoreResponse } from '../core/reply.ts';
import type { Token } from '../core/token.ts';
import {
  errorResponse,
  type FieldData,
  type FieldSchemas,
  invalidRequest,
  nameRegex,
  type Request,
} from '../framework/index.ts';
import { aliasEntity } from './alias-entity.ts';
import { type CreateLimits, limitsOf } from './create-limits.ts';
import { policiesFor } from './create-policies.ts';
import { tokenTypeFor } from './create-type.ts';
import { findRole } from './roles.ts';
import type { TokenRole, TokenStorage } from './storage.ts';
import { addToken, lookUp } from './store.ts';

export const createFields = {
  role_name: { type: 'string' },
  display_name: { type: 'string' },
  entity_alias: { type: 'string' },
  explicit_max_ttl: { type: 'string' },
  id: { type: 'string' },
  lease: { type: 'string' },
  meta: { type: 'kv pairs' },
  no_default_policy: { type: 'bool' },
  no_parent: { type: 'bool' },
  num_uses: { type: 'int' },
  period: { type: 'string' },
  policies: { type: 'string slice' },
  renewable: { type: 'bool', default: true },
  ttl: { type: 'string' },
  type: { type: 'string' },
} as const satisfies FieldSchemas;

export type CreateFields = FieldData<typeof createFields>;

const CUSTOM_ID =
  'Supplying a custom ID for the token uses the weaker SHA1 hashing instead of the more secure SHA2-256 HMAC for token obfuscation. SHA1 hashed tokens on the wire leads to less secure lookups.';

const parentOf = (core: InternalCore, request: Request<TokenStorage>): Token => {
  const parent = request.caller && lookUp(core.tx, request.caller.id);
  if (!parent) throw invalidRequest('parent token lookup failed: no parent found');
  if (parent.type === 'batch') throw errorResponse('batch tokens cannot create more tokens');
  if (parent.uses > 0) throw invalidRequest('restricted use token cannot generate child tokens');
  return parent;
};

/** Root, or `sudo` on the path that is being called. */
const isSudo = (core: InternalCore, request: Request<TokenStorage>, parent: Token): boolean => {
  const { acl } = rightsOf(core.tx, parent);
  const path = request.mount.route + request.path;
  return acl.allow({ operation: 'update', path, data: {}, wrapTtl: 0 }).sudo;
};

const displayName = (given: string): string =>
  given === '' ? 'token' : `token-${given}`.replace(/[^a-zA-Z0-9-]/g, '-').replace(/-+$/, (end) => end.slice(1));

const usesOf = (given: number, role: TokenRole | undefined): number => {
  if (!role || role.numUses === 0) return given;
  return given === 0 ? role.numUses : Math.min(given, role.numUses);
};

const checkId = (core: InternalCore, id: string): void => {
  if (id.startsWith('hvs.')) throw invalidRequest("custom token ID cannot have the 'hvs.' prefix");
  if (id.includes('.')) throw invalidRequest("custom token ID cannot have a '.' in the value");
  if (lookUp(core.tx, id, true)) throw invalidRequest('cannot create a token with a duplicate ID');
};

const isOrphan = (fields: CreateFields, role: TokenRole | undefined, orphanPath: boolean, sudo: boolean): boolean => {
  if (role) return role.orphan;
  if (!fields.get('no_parent')) return orphanPath;
  if (!sudo) throw invalidRequest('root or sudo privileges required to create orphan token');
  return true;
};

const pathOf = (request: Request<TokenStorage>, role: TokenRole | undefined): string => {
  const path = request.mount.route + request.path;
  return role && role.pathSuffix !== '' ? `${path}/${role.pathSuffix}` : path;
};

const boundCidrs = (parent: Token, role: TokenRole | undefined, orphan: boolean): readonly string[] => {
  if (role) return role.boundCidrs;
  return orphan ? [] : (parent.boundCidrs ?? []);
};

const warningsFor = (core: InternalCore, limits: CreateLimits, id: string, policies: readonly string[]): string[] => [
  ...limits.warnings,
  ...(id === '' ? [] : [CUSTOM_ID]),
  ...policies
    .filter((name) => policyText(core.tx.state, name) === undefined)
    .map((name) => `Policy ${JSON.stringify(name)} does not exist`),
];

const create = (
  core: InternalCore,
  request: Request<TokenStorage>,
  fields: CreateFields,
  orphanPath: boolean,
  role?: TokenRole,
): CoreResponse => {
  const parent = parentOf(core, request);
  const sudo = isSudo(core, request, parent);
  const type = tokenTypeFor(fields, role);
  if (fields.get('num_uses') < 0) throw invalidRequest('number of uses cannot be negative');
  const aliasedEntity = aliasEntity(core, request, fields.get('entity_alias'), role);
  const id = fields.get('id');
  if (id !== '' && !sudo) throw invalidRequest('root or sudo privileges required to specify token id');
  const policies = policiesFor({ fields, role, parent, sudo, type });
  const orphan = isOrphan(fields, role, orphanPath, sudo);
  const limits = limitsOf(core, { fields, role, type, policies, sudo });
  if (limits.ttl === 0 && parent.ttl !== 0)
    throw invalidRequest('expiring root tokens cannot create non-expiring root tokens');
  if (id !== '') checkId(core, id);
  const uses = type === 'batch' ? 0 : usesOf(fields.get('num_uses'), role);
  const renewable =
    type === 'service' && limits.ttl > 0 && (fields.given('renewable') ?? true) && (role?.renewable ?? true);
  const meta = fields.given('meta');
  const token = addToken(core.tx, {
    ...(id !== '' && { id }),
    type,
    parent: orphan ? '' : parent.id,
    policies,
    displayName: displayName(fields.get('display_name')),
    entityId: aliasedEntity ?? (orphan ? '' : parent.entityId),
    path: pathOf(request, role),
    meta: meta && Object.keys(meta).length > 0 ? meta : null,
    ttl: limits.ttl,
    explicitMaxTtl: limits.explicitMaxTtl,
    period: limits.period,
    uses,
    boundCidrs: limits.ttl === 0 ? [] : boundCidrs(parent, role, orphan),
    ...(role && { role: role.name }),
    renewable,
    lease: { maxTtl: 0, period: limits.effectivePeriod, explicitMaxTtl: limits.effectiveExplicitMaxTtl },
  });
  const warnings = warningsFor(core, limits, id, policies);
  return {
    issued: issuedAuth(core.tx, token, { ttl: limits.ttl, renewable, orphan, uses }),
    displayName: token.displayName,
    ...(warnings.length > 0 && { warnings }),
  };
};

const createPath = (pattern: string, orphan: boolean) =>
  internalPath<TokenStorage>()({
    pattern,
    fields: createFields,
    operations: { update: (core, request, fields) => create(core, request, fields, orphan) },
  });

export const createToken = createPath('create', false);
export const createOrphan = createPath('create-orphan', true);

export const createWithRole = internalPath<TokenStorage>()({
  pattern: `create/${nameRegex('role_name')}`,
  fields: createFields,
  operations: {
    update: (core, request, fields) => {
      const name = fields.get('role_name');
      const role = findRole(request.storage, name);
      if (!role) throw errorResponse(`unknown role ${name}`);
      return create(core, request, fields, false, role);
    },
  },
});
