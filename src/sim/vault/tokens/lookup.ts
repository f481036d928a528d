/** `auth/token/lookup`, `lookup-self`, `lookup-accessor`. (vault: vault/token_store.go, handleLookup) */
import { entityView, identityPolicies } from '../core/identity.ts';
import { internalPath } from '../core/internal-path.ts';
import type { InternalCore } from '../core/mount-core.ts';
import type { Token } from '../core/token.ts';
import { codedError, goTime, invalidRequest, optionalParam, type Response, VaultError } from '../framework/index.ts';
import type { TokenStorage } from './storage.ts';
import { byAccessor, lookUp } from './store.ts';

const leaseTimes = (core: InternalCore, token: Token): Readonly<Record<string, unknown>> => {
  const end = token.type === 'batch' ? token.created + token.ttl * 1000 : token.due;
  const renewed = token.type === 'service' ? token.renewed : undefined;
  return {
    expire_time: end === undefined ? null : goTime(end),
    ttl: end === undefined ? 0 : Math.max(0, Math.floor((end - core.wall) / 1000)),
    renewable: token.type === 'service' && token.renewable,
    issue_time: goTime(token.created),
    ...(renewed !== undefined && { last_renewal: goTime(renewed), last_renewal_time: Math.floor(renewed / 1000) }),
  };
};

const entityFields = (core: InternalCore, token: Token): Readonly<Record<string, unknown>> => {
  const policies = identityPolicies(entityView(core.tx, token.entityId));
  return policies.length === 0 ? {} : { external_namespace_policies: {}, identity_policies: policies };
};

/** Everything a token says of itself; its parent is not among it. */
const shown = (core: InternalCore, token: Token): Readonly<Record<string, unknown>> => ({
  accessor: token.accessor,
  creation_time: Math.floor(token.created / 1000),
  creation_ttl: token.ttl,
  display_name: token.displayName,
  entity_id: token.entityId,
  explicit_max_ttl: token.explicitMaxTtl,
  id: token.id,
  meta: token.meta,
  num_uses: token.uses,
  orphan: token.parent === '',
  path: token.path,
  policies: token.policies,
  type: token.type,
  ...leaseTimes(core, token),
  ...(token.period > 0 && { period: token.period }),
  ...(token.role !== undefined && { role: token.role }),
  ...(token.boundCidrs && { bound_cidrs: token.boundCidrs }),
  ...entityFields(core, token),
});

const lookUpOr403 = (core: InternalCore, id: string): Response => {
  if (id === '') throw invalidRequest('missing token ID');
  const token = lookUp(core.tx, id, true);
  if (!token) throw new VaultError('permission denied', 403, 'bad token', true);
  return { data: shown(core, token) };
};

export const lookupToken = internalPath<TokenStorage>()({
  pattern: 'lookup',
  fields: { token: { type: 'string' } },
  operations: {
    read: (core, request, fields) => lookUpOr403(core, fields.get('token') || (request.caller?.id ?? '')),
    update: (core, request, fields) => lookUpOr403(core, fields.get('token') || (request.caller?.id ?? '')),
  },
});

export const lookupSelf = internalPath<TokenStorage>()({
  pattern: 'lookup-self',
  fields: { token: { type: 'string' } },
  operations: {
    read: (core, request) => lookUpOr403(core, request.caller?.id ?? ''),
    update: (core, request) => lookUpOr403(core, request.caller?.id ?? ''),
  },
});

/** The token of an accessor, by body or path. @throws VaultError 400: a Go error, therefore wrapped */
export const tokenByAccessor = (core: InternalCore, accessor: string): Token => {
  if (accessor === '') throw codedError(400, 'missing accessor');
  const token = byAccessor(core.tx, accessor);
  if (!token) throw codedError(400, 'invalid accessor');
  return token;
};

export const accessorFields = { accessor: { type: 'string' }, urlaccessor: { type: 'string' } } as const;

export const lookupAccessor = internalPath<TokenStorage>()({
  pattern: `lookup-accessor${optionalParam('urlaccessor')}`,
  fields: accessorFields,
  operations: {
    update: (core, _, fields) => {
      const token = tokenByAccessor(core, fields.get('accessor') || fields.get('urlaccessor'));
      return { data: { ...shown(core, token), id: '' } };
    },
  },
});
