/** From what an auth method says of a login to a token. (vault: request_handling.go, handleLoginRequest, LoginCreateToken) */
import {
  type Auth,
  calculateTtl,
  goError,
  invalidRequest,
  permissionDenied,
  type Response,
  type TokenType,
} from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { NOT_ASSIGNABLE, sanitizePolicies } from '../tokens/policies.ts';
import { addToken } from '../tokens/store.ts';
import { entityView, identityPolicies, loginEntity } from './identity.ts';
import { issuedAuth } from './issued-auth.ts';
import { leasesOf } from './mount-core.ts';
import type { CoreResponse } from './reply.ts';
import type { Transaction } from './transaction.ts';

/** The mount's `token_type` decides where the role leaves it open, and overrides it where it is firm. */
const tokenTypeOf = (role: TokenType, mount: string): 'service' | 'batch' => {
  if (mount === 'service' || mount === 'batch') return mount;
  if (role === 'service' || role === 'batch') return role;
  return mount === 'default-batch' || role === 'default-batch' ? 'batch' : 'service';
};

/** `team/k8s/` and `app-web` give `team-k8s-app-web`. */
const displayNameOf = (mount: MountEntry, name: string): string =>
  `${mount.path.replaceAll('/', '-')}${name}`.replace(/-$/, '');

const entityOf = (tx: Transaction, mount: MountEntry, auth: Auth): { id: string; created: boolean } => {
  if (!auth.alias) return { id: '', created: false };
  if (auth.alias.name === '') throw goError('missing name in alias');
  const { entity, created } = loginEntity(tx, mount, auth.alias);
  if (entity.disabled) throw permissionDenied();
  return { id: entity.id, created };
};

const assignable = (policies: readonly string[]): void => {
  for (const policy of policies) {
    if (policy === 'root') throw invalidRequest('auth methods cannot create root tokens');
    if (NOT_ASSIGNABLE.includes(policy)) throw invalidRequest(`cannot assign policy ${JSON.stringify(policy)}`);
  }
};

/**
 * Finds the entity, reckons the TTL, makes the token.
 * @param path the login's full path, which the token remembers
 * @throws VaultError; the caller undoes what was done until then
 */
export const completeLogin = (
  tx: Transaction,
  mount: MountEntry,
  path: string,
  response: Response & { readonly auth: Auth },
): CoreResponse => {
  const { auth, ...rest } = response;
  const { id: entityId, created } = entityOf(tx, mount, auth);
  const displayName = displayNameOf(mount, auth.displayName);
  const period = auth.period ?? 0;
  const maxTtl = auth.maxTtl ?? 0;
  const explicitMaxTtl = auth.explicitMaxTtl ?? 0;
  const limits = { ...leasesOf(mount), increment: 0, ttl: auth.ttl ?? 0, period, maxTtl, explicitMaxTtl };
  const { ttl, warnings } = calculateTtl({ now: tx.now, issued: tx.now, ...limits });
  const policies = sanitizePolicies(auth.policies, !auth.noDefaultPolicy);
  assignable(sanitizePolicies([...policies, ...identityPolicies(entityView(tx, entityId))], false));
  const type = tokenTypeOf(auth.tokenType ?? 'default', mount.config.tokenType);
  const batch = type === 'batch';
  const renewable = !batch && (auth.renewable ?? false);
  const uses = batch ? 0 : (auth.numUses ?? 0);
  const token = addToken(tx, {
    type,
    parent: '',
    policies,
    displayName,
    entityId,
    path,
    meta: auth.metadata ?? null,
    ttl,
    explicitMaxTtl: batch ? 0 : explicitMaxTtl,
    period: batch ? 0 : period,
    uses,
    boundCidrs: auth.boundCidrs ?? [],
    renewable,
    lease: { maxTtl, period, explicitMaxTtl, ...(auth.internal && { internal: auth.internal }) },
  });
  const issued = issuedAuth(tx, token, { ttl, renewable, orphan: true, uses });
  return {
    ...rest,
    ...((rest.warnings || warnings.length > 0) && { warnings: [...(rest.warnings ?? []), ...warnings] }),
    issued,
    displayName,
    entityCreated: created,
  };
};
