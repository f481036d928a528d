/** `auth/token/renew`, `renew-self`, `renew-accessor`. (vault: vault/expiration.go, RenewToken; token_store.go, authRenew) */
import { backendOf, guarded } from '../core/call.ts';
import { internalPath } from '../core/internal-path.ts';
import { issuedAuth } from '../core/issued-auth.ts';
import { type InternalCore, leasesOf } from '../core/mount-core.ts';
import { plain } from '../core/plain.ts';
import type { CoreResponse } from '../core/reply.ts';
import { matchingMount } from '../core/route.ts';
import type { Token } from '../core/token.ts';
import {
  type Auth,
  calculateTtl,
  errorResponse,
  goError,
  invalidRequest,
  optionalParam,
  type Request,
  VaultError,
} from '../framework/index.ts';
import { leaseRequest } from '../leases/lease-request.ts';
import type { MountEntry } from '../state/state.ts';
import { accessorFields, tokenByAccessor } from './lookup.ts';
import { findRole } from './roles.ts';
import type { TokenStorage } from './storage.ts';
import { lookUp, updateToken } from './store.ts';

type ServiceToken = Extract<Token, { type: 'service' }>;

const notRenewable = (token: ServiceToken): boolean => token.due === undefined || !token.renewable;

/** Seconds that bound the renewal. */
type Bounds = Required<Pick<Auth, 'ttl' | 'maxTtl' | 'period' | 'explicitMaxTtl'>> & {
  readonly internal?: Auth['internal'];
};

/** Tokens of the token store: what the token or its role says now. The TTL is the one last granted. */
const boundsOfStore = (storage: TokenStorage, token: ServiceToken): Bounds => {
  const { ttl } = token.lease;
  if (token.role === undefined) return { ttl, maxTtl: 0, period: token.period, explicitMaxTtl: token.explicitMaxTtl };
  const role = findRole(storage, token.role);
  if (!role) throw goError(`original token role ${JSON.stringify(token.role)} could not be found, not renewing`);
  return { ttl, maxTtl: 0, period: role.period, explicitMaxTtl: role.explicitMaxTtl };
};

const authOf = (token: ServiceToken): Auth => ({
  policies: token.policies,
  displayName: token.displayName,
  metadata: token.meta,
  ttl: token.lease.ttl,
  maxTtl: token.lease.maxTtl,
  period: token.lease.period,
  explicitMaxTtl: token.lease.explicitMaxTtl,
  ...(token.lease.internal && { internal: token.lease.internal }),
});

/** Tokens of a login: the auth method says. `undefined`: it says nothing, so nothing is renewed. */
const boundsOfMethod = (
  core: InternalCore,
  mount: MountEntry,
  token: ServiceToken,
  increment: number,
): Bounds | undefined => {
  const { tx } = core;
  const { renewAuth } = backendOf(tx, mount);
  if (!renewAuth) return token.lease;
  let renewed: Auth | undefined;
  guarded(tx, mount, (view, storage) => {
    renewed = plain(
      renewAuth(view, leaseRequest(mount, `${token.path}/`, 'update', storage), authOf(token), increment),
    );
    return undefined;
  });
  if (!renewed) return undefined;
  const { ttl = 0, maxTtl = 0, period = 0, explicitMaxTtl = 0, internal } = renewed;
  return { ttl, maxTtl, period, explicitMaxTtl, ...(internal && { internal }) };
};

const boundsOf = (
  core: InternalCore,
  request: Request<TokenStorage>,
  token: ServiceToken,
  increment: number,
): Bounds | undefined => {
  const mount = matchingMount(core.tx.state, token.path);
  try {
    if (!mount || mount.type === 'token') return boundsOfStore(request.storage, token);
    return boundsOfMethod(core, mount, token, increment);
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'go error')
      throw new VaultError('go error', error.status, `failed to renew entry: ${error.message}`, false);
    throw error;
  }
};

const renew = (
  core: InternalCore,
  request: Request<TokenStorage>,
  token: ServiceToken,
  increment: number,
): CoreResponse | undefined => {
  const { tx } = core;
  const mount = matchingMount(tx.state, token.path);
  const said = boundsOf(core, request, token, increment);
  if (!said) return undefined;
  const { internal, ...bounds } = said;
  const { ttl, warnings } = calculateTtl({
    now: tx.now,
    issued: token.created / 1000,
    ...(mount ? leasesOf(mount) : { defaultLease: core.defaultLease, maxLease: core.maxLease }),
    increment,
    ...bounds,
  });
  const lease = { ...token.lease, ...bounds, ttl, ...(internal && { internal }) };
  updateToken(tx, token.id, { due: tx.wall + ttl * 1000, renewed: tx.wall, lease });
  const { orphan, uses } = token.lease;
  return {
    issued: issuedAuth(tx, token, { ttl, renewable: true, orphan, uses }),
    displayName: token.displayName,
    ...(warnings.length > 0 && { warnings }),
  };
};

const renewById = (
  core: InternalCore,
  request: Request<TokenStorage>,
  id: string,
  increment: number,
): CoreResponse | undefined => {
  if (id === '') throw invalidRequest('missing token ID');
  const token = lookUp(core.tx, id);
  if (!token) throw invalidRequest('token not found');
  if (token.type === 'batch') throw errorResponse('batch tokens cannot be renewed');
  if (notRenewable(token)) throw invalidRequest('lease is not renewable');
  return renew(core, request, token, increment);
};

const increment = { increment: { type: 'duration', default: 0 } } as const;

export const renewToken = internalPath<TokenStorage>()({
  pattern: `renew${optionalParam('urltoken')}`,
  fields: { token: { type: 'string' }, urltoken: { type: 'string' }, ...increment },
  operations: {
    update: (core, request, fields) =>
      renewById(core, request, fields.get('token') || fields.get('urltoken'), fields.get('increment')),
  },
});

export const renewSelf = internalPath<TokenStorage>()({
  pattern: 'renew-self',
  fields: { token: { type: 'string' }, ...increment },
  operations: {
    update: (core, request, fields) => renewById(core, request, request.caller?.id ?? '', fields.get('increment')),
  },
});

export const renewAccessor = internalPath<TokenStorage>()({
  pattern: `renew-accessor${optionalParam('urlaccessor')}`,
  fields: { ...accessorFields, ...increment },
  operations: {
    update: (core, request, fields) => {
      const token = tokenByAccessor(core, fields.get('accessor') || fields.get('urlaccessor'));
      // The reason is lost on this path: only the error's class comes through.
      if (token.type === 'batch' || notRenewable(token))
        throw new VaultError('invalid request', 400, 'invalid request', false);
      const response = renew(core, request, token, fields.get('increment'));
      return response && { ...response, ...(response.issued && { issued: { ...response.issued, client_token: '' } }) };
    },
  },
});
