import { sanitizePolicies } from '../tokens/policies.ts';
import { entityView, identityPolicies } from './identity.ts';
import type { IssuedAuth } from './reply.ts';
import type { Token } from './token.ts';
import type { Transaction } from './transaction.ts';

/** What the envelope's `auth` says beyond the token itself. */
export interface Grant {
  /** Seconds. */
  readonly ttl: number;
  readonly renewable: boolean;
  readonly orphan: boolean;
  readonly uses: number;
}

/** The `auth` block of a token that was just made or renewed. Identity policies are those of this moment. */
export const issuedAuth = (tx: Transaction, token: Token, grant: Grant): IssuedAuth => {
  const derived = sanitizePolicies(identityPolicies(entityView(tx, token.entityId)), false);
  return {
    client_token: token.id,
    accessor: token.accessor,
    policies: sanitizePolicies([...token.policies, ...derived], false),
    ...(token.policies.length > 0 && { token_policies: token.policies }),
    ...(derived.length > 0 && { identity_policies: derived }),
    metadata: token.meta,
    lease_duration: grant.ttl,
    renewable: grant.renewable,
    entity_id: token.entityId,
    token_type: token.type,
    orphan: grant.orphan,
    mfa_requirement: null,
    num_uses: grant.uses,
  };
};
