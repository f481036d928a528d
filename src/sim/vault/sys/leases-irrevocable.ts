/** `sys/leases` and `sys/leases/count`: leases whose revocation was given up. Source: vault: logical_system.go, expiration.go. */
import type { Transaction } from '../core/transaction.ts';
import { goError } from '../framework/index.ts';
import { ATTEMPTS } from '../leases/revoke.ts';
import type { StoredLease } from '../state/state.ts';
import { entries } from '../state/table.ts';
import { sysPath } from './path.ts';

/** (vault: vault/expiration.go, MaxIrrevocableLeasesToReturn) */
const MOST = 10_000;

const irrevocable = (tx: Transaction): readonly (readonly [string, StoredLease])[] =>
  [...entries(tx.state.leases)]
    .filter(([, lease]) => (lease.attempts ?? 0) >= ATTEMPTS)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const fields = {
  type: { type: 'string' },
  include_child_namespaces: { type: 'bool' },
  limit: { type: 'string' },
} as const;

const limitOf = (text: string): number => {
  if (text === '') return MOST;
  if (text.toLowerCase() === 'none') return Number.POSITIVE_INFINITY;
  if (!/^[+-]?\d+$/.test(text))
    throw goError(`invalid 'limit' provided: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  if (Number(text) < 1) throw goError("limit must be 'none' or a positive integer");
  return Number(text);
};

export const leaseCount = sysPath({
  pattern: 'leases/count',
  fields,
  operations: {
    read: ({ tx }, _, given) => {
      if (given.get('type').toLowerCase() !== 'irrevocable') return undefined;
      const counts: Record<string, number> = {};
      for (const [, { mount }] of irrevocable(tx)) {
        const path = tx.mountByUuid(mount)?.route ?? '';
        counts[path] = (counts[path] ?? 0) + 1;
      }
      return { data: { counts, lease_count: irrevocable(tx).length } };
    },
  },
});

export const leasesIrrevocable = sysPath({
  pattern: 'leases',
  fields,
  operations: {
    read: ({ tx }, _, given) => {
      if (given.get('type').toLowerCase() !== 'irrevocable') return undefined;
      const limit = limitOf(given.get('limit'));
      const all = irrevocable(tx);
      const leases = all.slice(0, limit).map(([id]) => ({ error: 'failed to revoke lease', lease_id: id }));
      return { data: { lease_count: all.length, leases } };
    },
  },
});
