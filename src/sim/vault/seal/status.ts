import type { Transaction } from '../core/transaction.ts';
import { goTime } from '../framework/index.ts';

const YEAR = 365 * 24 * 3600 * 1000;

/** A Vault built without a stamped date, as the recorded one was, says: one year before it started. */
export const buildDate = (tx: Transaction): string => goTime(Math.floor((tx.state.started - YEAR) / 1000) * 1000);

/** `sys/seal-status`, also the answer to every unseal step. (vault: vault/logical_system.go, GetSealStatus) */
export const sealStatus = (tx: Transaction): Readonly<Record<string, unknown>> => {
  const { seal, cluster } = tx.state;
  const { sealed, initialized, progress } = seal;
  return {
    type: 'shamir',
    initialized,
    sealed,
    t: seal.threshold,
    n: seal.shares,
    progress: progress.shares.length,
    nonce: progress.nonce,
    version: tx.version.version,
    build_date: buildDate(tx),
    migration: false,
    ...(!sealed && { cluster_name: cluster.name, cluster_id: cluster.id }),
    recovery_seal: false,
    storage_type: 'inmem',
  };
};
