import { leasesOf } from '../core/mount-core.ts';
import type { Token } from '../core/token.ts';
import type { Transaction } from '../core/transaction.ts';
import { calculateTtl, type Secret } from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { put } from '../state/table.ts';
import { dependOn } from '../tokens/store.ts';

/** A lease as the answer shows it; seconds. */
export interface IssuedLease {
  readonly id: string;
  readonly duration: number;
  readonly renewable: boolean;
  readonly warnings: readonly string[];
}

/** Seconds a batch token still has; its leases cannot outlive it. */
export const remainingOf = (tx: Transaction, token: Token): number =>
  token.type === 'batch' ? Math.round(token.created / 1000 + token.ttl - tx.now) : Number.POSITIVE_INFINITY;

/**
 * Registers a dynamic secret: its lease id is the request's path and 24 characters; it ends with its token. The leases
 * of a batch token hang on the token's parent. (vault: expiration.go, Register)
 */
export const registerLease = (
  tx: Transaction,
  mount: MountEntry,
  path: string,
  token: Token | undefined,
  secret: Secret,
  data: Readonly<Record<string, unknown>>,
): IssuedLease => {
  const { ttl, warnings } = calculateTtl({
    now: tx.now,
    issued: tx.now,
    ...leasesOf(mount),
    increment: 0,
    ttl: secret.ttl ?? 0,
    period: 0,
    maxTtl: secret.maxTtl ?? 0,
    explicitMaxTtl: 0,
  });
  const duration = token ? Math.min(ttl, remainingOf(tx, token)) : ttl;
  const id = `${path}/${tx.random.text(24)}`;
  const owner = token?.type === 'batch' ? token.parent : (token?.id ?? '');
  const renewable = secret.renewable ?? true;
  const lease = {
    token: owner,
    mount: mount.uuid,
    type: secret.type,
    internal: secret.internal,
    data,
    issued: tx.wall,
    renewable,
    ttl: secret.ttl ?? 0,
    maxTtl: secret.maxTtl ?? 0,
    due: tx.wall + duration * 1000,
  };
  tx.set({ leases: put(tx.state.leases, id, lease) });
  if (owner !== '') dependOn(tx, owner, id, 'lease');
  return { id, duration, renewable, warnings };
};
