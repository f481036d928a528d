import type { Rights } from '../core/check-token.ts';
import type { CoreResponse } from '../core/reply.ts';
import { type AclDecision, goTime } from '../framework/index.ts';
import { sanitizePolicies } from '../tokens/policies.ts';
import type { Hasher } from './device.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Vault 1.19 and 1.21 print as many empty entries before the granting policies as there are policies: a list made with a
 * length and then appended to. The recordings show it, so it is here.
 */
const granting = (names: readonly string[]): Json =>
  names.length === 0
    ? {}
    : {
        granting_policies: [
          ...names.map(() => ({ type: '' })),
          ...names.map((name) => ({ name, namespace_id: 'root', type: 'acl' })),
        ],
      };

/** `auth` of a request made with a token. */
export const callerAuth = (hash: Hasher, rights: Rights, decision: AclDecision | undefined): Json => {
  const { token, identityPolicies } = rights;
  return {
    ...(token.accessor !== '' && { accessor: hash.accessor(token.accessor) }),
    client_token: hash.text(token.id),
    display_name: token.displayName,
    ...(token.entityId !== '' && { entity_id: token.entityId }),
    ...(identityPolicies.length > 0 && { identity_policies: sanitizePolicies(identityPolicies, false) }),
    ...(token.meta && { metadata: token.meta }),
    policies: sanitizePolicies([...token.policies, ...identityPolicies], false),
    ...(decision && {
      policy_results: { allowed: decision.allowed, ...(decision.allowed && granting(decision.granting)) },
    }),
    token_policies: token.policies,
    token_issue_time: goTime(Math.floor(token.created / 1000) * 1000),
    ...(token.ttl > 0 && { token_ttl: token.ttl }),
    token_type: token.type,
  };
};

/** `auth` of an answer that gives a token. */
export const loginAuth = (hash: Hasher, response: CoreResponse): Json => {
  const { issued } = response;
  if (!issued) return {};
  return {
    ...(issued.accessor !== '' && { accessor: hash.accessor(issued.accessor) }),
    client_token: hash.text(issued.client_token),
    display_name: response.displayName ?? '',
    ...(response.entityCreated && { entity_created: true }),
    ...(issued.entity_id !== '' && { entity_id: issued.entity_id }),
    ...(issued.identity_policies && { identity_policies: issued.identity_policies }),
    ...(issued.metadata && { metadata: issued.metadata }),
    ...(issued.num_uses > 0 && { num_uses: issued.num_uses }),
    policies: issued.policies,
    ...(issued.token_policies && { token_policies: issued.token_policies }),
    ...(issued.lease_duration > 0 && { token_ttl: issued.lease_duration }),
    token_type: issued.token_type,
  };
};
