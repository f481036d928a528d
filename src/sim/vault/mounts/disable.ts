/** Disabling and moving mounts: whatever they gave ends. (vault: vault/mount.go, vault/auth.go) */
import { forgetMount } from '../core/identity.ts';
import { coreFor } from '../core/mount-core.ts';
import type { Transaction } from '../core/transaction.ts';
import { revokeLease, revokeToken } from '../leases/revoke.ts';
import type { MountEntry } from '../state/state.ts';
import { entries } from '../state/table.ts';

/** Ends every lease of a mount and every token that it made. */
export const revokeAllOf = (tx: Transaction, mount: MountEntry): void => {
  for (const [id, lease] of entries(tx.state.leases)) if (lease.mount === mount.uuid) revokeLease(tx, id);
  if (mount.class !== 'auth') return;
  for (const [id, token] of entries(tx.state.tokens)) if (token.path.startsWith(mount.route)) revokeToken(tx, id);
};

export const disable = (tx: Transaction, mount: MountEntry): void => {
  revokeAllOf(tx, mount);
  if (mount.class === 'auth') forgetMount(tx, mount.accessor);
  const { [mount.route]: _, ...mounts } = tx.state.mounts;
  const { [mount.uuid]: __, ...storage } = tx.state.storage;
  tx.set({ mounts, storage, closing: [...tx.state.closing, mount] });
  tx.note(
    'info',
    'core',
    `${mount.class === 'auth' ? 'disabled credential backend' : 'successfully unmounted'}: path=${mount.path}`,
  );
};

/** Tells the backends of mounts that were disabled; the real ones end a little after the answer. */
export const finishClosing = (tx: Transaction): void => {
  const { closing } = tx.state;
  if (closing.length === 0) return;
  tx.set({ closing: [] });
  for (const mount of closing) tx.typeOf(mount).closed?.(coreFor(tx, mount), mount);
};
