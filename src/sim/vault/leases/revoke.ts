/** Ending tokens and leases, and everything that ends with them. (vault: vault/expiration.go, vault/token_store.go) */
import { backendOf, guarded } from '../core/call.ts';
import type { WaitingRevocation } from '../core/continuation.ts';
import type { Transaction } from '../core/transaction.ts';
import { isDeferred, VaultError } from '../framework/index.ts';
import type { StoredLease } from '../state/state.ts';
import { drop, entries, find, put } from '../state/table.ts';
import { detach, updateToken } from '../tokens/store.ts';
import { leaseRequest, secretOf } from './lease-request.ts';

/** First wait before a failed revocation is tried again; doubles each time. (expiration.go: revokeRetryBase) */
const RETRY_SECONDS = 10;
/** After so many failures the lease is kept as irrevocable. (expiration.go: maxRevokeAttempts) */
export const ATTEMPTS = 6;

/** Puts a lease back whose revocation failed: it is tried again later. */
export const retryRevocation = (tx: Transaction, id: string, lease: StoredLease, reason: string): void => {
  const attempts = (lease.attempts ?? 0) + 1;
  const wait = RETRY_SECONDS * 2 ** (attempts - 1) * 1000;
  const { due: _, ...rest } = lease;
  const kept = { ...rest, attempts, due: attempts < ATTEMPTS ? tx.wall + wait : Number.MAX_SAFE_INTEGER };
  tx.set({ leases: put(tx.state.leases, id, kept) });
  tx.note('error', 'expiration', `failed to revoke lease: lease_id=${id} error="${reason}"`);
};

/**
 * Ends a lease: its backend takes back what it gave. An unknown lease is fine.
 * @param force the backend's failure is ignored
 */
export const revokeLease = (tx: Transaction, id: string, force = false): void => {
  const lease = find(tx.state.leases, id);
  if (!lease) return;
  tx.set({ leases: drop(tx.state.leases, id) });
  if (lease.token !== '') detach(tx, lease.token, id);
  const mount = tx.mountByUuid(lease.mount);
  const handlers = mount && backendOf(tx, mount).secrets?.[lease.type];
  if (!mount || !handlers) return;
  try {
    const outcome = guarded(tx, mount, (core, storage) =>
      handlers.revoke(core, leaseRequest(mount, id, 'delete', storage), secretOf(lease)),
    );
    if (isDeferred(outcome)) {
      tx.background.push({ ...outcome.deferred, continuation: { type: 'revocation', id, lease } });
      return;
    }
    tx.note('info', 'expiration', `revoked lease: lease_id=${id}`);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    if (!force) retryRevocation(tx, id, lease, error.message);
  }
};

const forgetCubbyhole = (tx: Transaction, token: string): void => {
  const { uuid } = tx.ownMount('cubbyhole/');
  const storage = tx.state.storage[uuid] as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(storage, token)) return;
  const { [token]: _, ...rest } = storage;
  tx.replaceStorage(uuid, rest);
};

const forgetToken = (tx: Transaction, id: string): void => {
  const token = find(tx.state.tokens, id);
  if (!token) return;
  const { tokens, accessors } = tx.state;
  tx.set({ tokens: drop(tokens, id), accessors: drop(accessors, token.accessor) });
  if (token.parent !== '') detach(tx, token.parent, id);
  forgetCubbyhole(tx, id);
};

const dependentsOf = (tx: Transaction, token: string): [string, 'token' | 'lease'][] => [
  ...entries(find(tx.state.dependents, token) ?? null),
];

/**
 * Ends a token with its leases and its cubbyhole, and all its descendants likewise.
 * @param orphanChildren the children live on without a parent
 */
export const revokeToken = (tx: Transaction, id: string, orphanChildren = false): void => {
  const queue = [id];
  for (let token = queue.pop(); token !== undefined; token = queue.pop()) {
    for (const [dependent, kind] of dependentsOf(tx, token)) {
      if (kind === 'lease') revokeLease(tx, dependent);
      else if (orphanChildren) updateToken(tx, dependent, { parent: '' });
      else queue.push(dependent);
    }
    tx.set({ dependents: drop(tx.state.dependents, token) });
    forgetToken(tx, token);
  }
};

/** Goes on with a revocation whose actor has ended. */
export const resumeRevocation = (tx: Transaction, waiting: WaitingRevocation, output: unknown): void => {
  const { id, lease } = waiting;
  const mount = tx.mountByUuid(lease.mount);
  const handlers = mount && backendOf(tx, mount).secrets?.[lease.type];
  if (!mount || !handlers) return;
  try {
    const outcome = guarded(tx, mount, (core, storage) =>
      handlers.resume?.(core, leaseRequest(mount, id, 'delete', storage), secretOf(lease), output),
    );
    if (isDeferred(outcome)) tx.background.push({ ...outcome.deferred, continuation: waiting });
    else tx.note('info', 'expiration', `revoked lease: lease_id=${id}`);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    retryRevocation(tx, id, lease, error.message);
  }
};
