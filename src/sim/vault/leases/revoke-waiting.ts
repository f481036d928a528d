/** A revocation that somebody waits for: it ends the lease or says why not. (vault: vault/expiration.go, revokeCommon) */
import { backendOf, guarded } from '../core/call.ts';
import type { InternalCore } from '../core/mount-core.ts';
import type { Transaction } from '../core/transaction.ts';
import { invalidRequest, isDeferred, type Outcome, VaultError } from '../framework/index.ts';
import { drop, find } from '../state/table.ts';
import { detach } from '../tokens/store.ts';
import { leaseRequest, secretOf } from './lease-request.ts';
import { revokeLease } from './revoke.ts';

/** Asks the backend; a refusal keeps the lease, and whoever asked hears of it. @throws VaultError 400 */
const attempt = (
  tx: Transaction,
  id: string,
  ask: (handlers: NonNullable<ReturnType<typeof handlersOf>>, core: InternalCore, storage: unknown) => Outcome,
): Outcome => {
  const lease = find(tx.state.leases, id);
  const handlers = handlersOf(tx, id);
  if (!lease) return undefined;
  if (!handlers) {
    revokeLease(tx, id);
    return undefined;
  }
  try {
    const outcome = guarded(tx, handlers.mount, (core, storage) => ask(handlers, core, storage));
    if (isDeferred(outcome)) return outcome;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    throw invalidRequest(`failed to revoke entry: resp: (*logical.Response)(nil) err: ${error.message}`);
  }
  tx.set({ leases: drop(tx.state.leases, id) });
  if (lease.token !== '') detach(tx, lease.token, id);
  tx.note('info', 'expiration', `revoked lease: lease_id=${id}`);
  return undefined;
};

const handlersOf = (tx: Transaction, id: string) => {
  const lease = find(tx.state.leases, id);
  const mount = lease && tx.mountByUuid(lease.mount);
  const secret = mount && backendOf(tx, mount).secrets?.[lease.type];
  return mount && secret ? { mount, secret, lease } : undefined;
};

/** Begins; deferred while the backend waits for the network. An unknown lease is fine. @throws VaultError 400 */
export const revokeWaiting = (tx: Transaction, id: string): Outcome =>
  attempt(tx, id, ({ mount, secret, lease }, core, storage) =>
    secret.revoke(core, leaseRequest(mount, id, 'delete', storage), secretOf(lease)),
  );

/** Goes on after `revokeWaiting` deferred. */
export const revokedWaiting = (tx: Transaction, id: string, output: unknown): Outcome =>
  attempt(tx, id, ({ mount, secret, lease }, core, storage) =>
    secret.resume?.(core, leaseRequest(mount, id, 'delete', storage), secretOf(lease), output),
  );
