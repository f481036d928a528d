import type { Transaction } from '../core/transaction.ts';
import type { VaultState } from '../state/state.ts';
import { dueKeys, find, NEVER, nextDue } from '../state/table.ts';
import { revokeLease, revokeToken } from './revoke.ts';
import { tokenLeaseId } from './token-lease.ts';

/** Unix milliseconds of the next token or lease to end; `undefined`: nothing ends by itself. */
export const nextExpiry = (state: VaultState): number | undefined => {
  const due = Math.min(nextDue(state.tokens), nextDue(state.leases));
  return due === NEVER ? undefined : due;
};

/** Ends everything whose time has come. A sealed Vault ends nothing, nor does one that is not active. */
export const expireDue = (tx: Transaction): void => {
  if (tx.state.seal.sealed || tx.state.standby) return;
  const { tokens, leases } = tx.state;
  for (const id of dueKeys(leases, tx.wall)) revokeLease(tx, id);
  for (const id of dueKeys(tokens, tx.wall)) {
    const token = find(tx.state.tokens, id);
    if (!token) continue;
    revokeToken(tx, id);
    tx.note('info', 'expiration', `revoked lease: lease_id=${tokenLeaseId(tx.state, id, token.path)}`);
  }
};
