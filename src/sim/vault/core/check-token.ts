/** Who asks, and whether policies allow it. (vault: vault/request_handling.go, CheckToken) */
import {
  type Acl,
  type AclDecision,
  type EntityView,
  multiError,
  type Operation,
  permissionDenied,
  VaultError,
} from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { sanitizePolicies } from '../tokens/policies.ts';
import { fromBoundAddress, lookUp } from '../tokens/store.ts';
import { aclFor } from './acl.ts';
import { backendOf, writeOperation } from './call.ts';
import { entityView, identityPolicies } from './identity.ts';
import type { LogicalRequest } from './logical-request.ts';
import { coversPath, pathBelow } from './route.ts';
import type { Token } from './token.ts';
import type { Transaction } from './transaction.ts';

/** A token with the rights it has at this moment. */
export interface Rights {
  readonly token: Token;
  readonly entity: EntityView | undefined;
  /** Policies that come with the entity. */
  readonly identityPolicies: readonly string[];
  readonly acl: Acl;
}

/** What the check found; `error` refuses the request. The token is known in most refusals: its use counts all the same. */
export interface Checked {
  readonly rights?: Rights;
  /** `create` or `update` settled; undefined for verbs without capability. */
  readonly operation: Operation | undefined;
  readonly decision?: AclDecision;
  readonly error?: VaultError;
}

const refuse = (text: string): VaultError => new VaultError('permission denied', 403, text, true);

/** Policies, entity and ACL of a token. */
export const rightsOf = (tx: Transaction, token: Token): Rights => {
  const entity = entityView(tx, token.entityId);
  const derived = identityPolicies(entity);
  const names = derived.length === 0 ? token.policies : sanitizePolicies([...token.policies, ...derived], false);
  return { token, entity, identityPolicies: derived, acl: aclFor(tx.state, names, entity) };
};

/** The caller's rights, or why its token is not accepted. */
export const authenticate = (tx: Transaction, request: LogicalRequest): Rights | VaultError => {
  if (request.token === '') return refuse('permission denied');
  const token = lookUp(tx, request.token);
  if (!token) return refuse(multiError(['permission denied', 'invalid token']));
  if (!fromBoundAddress(token, request.remote)) return refuse('permission denied');
  return rightsOf(tx, token);
};

const entityRefused = ({ token, entity }: Rights): boolean => token.entityId !== '' && (!entity || entity.disabled);

const settled = (
  tx: Transaction,
  mount: MountEntry | undefined,
  request: LogicalRequest,
  token: Token,
): Operation | undefined => {
  const { operation } = request;
  if (operation === 'header' || operation === 'help' || operation === 'options') return undefined;
  if (operation !== 'update' && operation !== 'create') return operation;
  return mount ? writeOperation(tx, mount, request, token) : 'update';
};

const decide = (
  tx: Transaction,
  mount: MountEntry | undefined,
  request: LogicalRequest,
  operation: Operation | undefined,
  acl: Acl,
): AclDecision => {
  const { path, data, wrapTtl } = request;
  const decision = acl.allow({ operation: operation ?? 'read', path, data, wrapTtl });
  const needsSudo = mount !== undefined && coversPath(backendOf(tx, mount).sudo, pathBelow(mount, path));
  const verb = operation !== undefined || decision.root;
  return { ...decision, allowed: decision.allowed && verb && (!needsSudo || decision.sudo) };
};

/** Checks token, entity, existence and policies, in the real order. */
export const checkToken = (tx: Transaction, mount: MountEntry | undefined, request: LogicalRequest): Checked => {
  const rights = authenticate(tx, request);
  if (rights instanceof VaultError) return { operation: undefined, error: rights };
  if (entityRefused(rights)) return { rights, operation: undefined, error: refuse('permission denied') };
  let operation: Operation | undefined;
  try {
    operation = settled(tx, mount, request, rights.token);
  } catch (error) {
    if (error instanceof VaultError) return { rights, operation: undefined, error };
    throw error;
  }
  const decision = decide(tx, mount, request, operation, rights.acl);
  if (decision.allowed) return { rights, operation, decision };
  return { rights, operation, decision, error: refuse(multiError([permissionDenied().message])) };
};
