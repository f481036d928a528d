import { coreFor } from '../core/mount-core.ts';
import type { Transaction } from '../core/transaction.ts';
import type { MountConfig, MountEntry } from '../state/state.ts';

/** A mount's configuration before anyone tuned it. */
export const PLAIN_CONFIG: MountConfig = {
  defaultLease: 0,
  maxLease: 0,
  forceNoCache: false,
  tokenType: '',
  listingVisibility: '',
};

/** What a new mount is made of; the rest is drawn or plain. */
export type NewMount = Pick<MountEntry, 'path' | 'class' | 'type' | 'description' | 'options'> &
  Partial<Pick<MountEntry, 'config' | 'local' | 'sealWrap' | 'system'>>;

/** `kv_1a2b3c4d`, `auth_kubernetes_1a2b3c4d`. (vault: vault/mount.go, generateMountAccessor) */
const accessorOf = (tx: Transaction, mount: NewMount): string =>
  `${mount.class === 'auth' ? 'auth_' : ''}${mount.type}_${tx.random.hex(8)}`;

/** Puts a mount into the table and gives it a fresh storage. The caller has checked that its path is free. */
export const addMount = (tx: Transaction, from: NewMount): MountEntry => {
  const mount: MountEntry = {
    config: PLAIN_CONFIG,
    local: false,
    sealWrap: false,
    system: false,
    ...from,
    route: from.class === 'auth' ? `auth/${from.path}` : from.path,
    accessor: accessorOf(tx, from),
    uuid: tx.random.uuid(),
    pluginVersion: '',
  };
  tx.set({ mounts: { ...tx.state.mounts, [mount.route]: mount } });
  tx.replaceStorage(mount.uuid, tx.typeOf(mount).init(coreFor(tx, mount), mount));
  return mount;
};
