import type { Core } from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { entityView } from './identity.ts';
import type { Transaction } from './transaction.ts';

/** Vault's default and maximum lease: 32 days, in seconds. */
export const SYSTEM_LEASE = 2_764_800;

/** Effective default and maximum lease of a mount, in seconds. (vault: dynamic_system_view.go) */
export const leasesOf = (mount: MountEntry): { readonly defaultLease: number; readonly maxLease: number } => {
  const maxLease = mount.config.maxLease > 0 ? mount.config.maxLease : SYSTEM_LEASE;
  const asked = mount.config.defaultLease > 0 ? mount.config.defaultLease : SYSTEM_LEASE;
  return { defaultLease: Math.min(asked, maxLease), maxLease };
};

/** What Vault's own backends (system, token, cubbyhole) are given besides the view of every backend. */
export interface InternalCore extends Core {
  readonly tx: Transaction;
}

/** The view that one mount's handlers get. */
export const coreFor = (tx: Transaction, mount: MountEntry): InternalCore => ({
  tx,
  wall: tx.wall,
  random: tx.random,
  version: tx.version,
  ...leasesOf(mount),
  mountTokenType: mount.config.tokenType,
  log: (level, logger, text) => tx.note(level, logger, text),
  notModelled: (what) => tx.notModelled(what),
  wakeAt: (wall) => {
    const { [mount.uuid]: _, ...wakes } = tx.state.wakes;
    tx.set({ wakes: wall === null ? wakes : { ...wakes, [mount.uuid]: wall } });
  },
  mountByAccessor: (accessor) => tx.mountByAccessor(accessor),
  entity: (id) => entityView(tx, id),
});
