/** `sys/leases/lookup`: one lease, or what lies below a prefix. (vault: logical_system.go, handleLeaseLookup) */
import type { InternalCore } from '../core/mount-core.ts';
import { goTime, invalidRequest, listResponse, type Response } from '../framework/index.ts';
import { tokenLeaseId } from '../leases/token-lease.ts';
import { entries, find } from '../state/table.ts';
import { sysPath } from './path.ts';

interface Times {
  readonly issued: number;
  readonly due: number | undefined;
  readonly renewed: number | undefined;
  readonly renewable: boolean;
}

/** The lease of a token: found by going through them all, as only people ask for it. */
const tokenTimes = ({ tx }: InternalCore, id: string): Times | undefined => {
  for (const [token, stored] of entries(tx.state.tokens)) {
    if (!id.startsWith(`${stored.path}/`) || tokenLeaseId(tx.state, token, stored.path) !== id) continue;
    return { issued: stored.created, due: stored.due, renewed: stored.renewed, renewable: stored.renewable };
  }
  return undefined;
};

const timesOf = (core: InternalCore, id: string): Times | undefined => {
  const lease = find(core.tx.state.leases, id);
  if (!lease) return id.startsWith('auth/') ? tokenTimes(core, id) : undefined;
  return { issued: lease.issued, due: lease.due, renewed: lease.renewed, renewable: lease.renewable };
};

const lookUp = (core: InternalCore, id: string): Response => {
  if (id === '') throw invalidRequest('lease_id must be specified');
  const times = timesOf(core, id);
  if (!times) throw invalidRequest('invalid lease');
  const { due, renewed } = times;
  return {
    data: {
      expire_time: due === undefined ? null : goTime(due),
      id,
      issue_time: goTime(times.issued),
      last_renewal: renewed === undefined ? null : goTime(renewed),
      renewable: times.renewable,
      ttl: due === undefined ? 0 : Math.max(0, Math.round((due - core.wall) / 1000)),
    },
  };
};

export const leaseLookup = sysPath({
  pattern: 'leases/lookup',
  fields: { lease_id: { type: 'string' } },
  operations: { update: (core, _, fields) => lookUp(core, fields.get('lease_id')) },
});

/** Ids of all leases; a token's hash is only reckoned where it is wanted. */
function* idsBelow({ tx }: InternalCore, prefix: string): IterableIterator<string> {
  for (const [id] of entries(tx.state.leases)) if (id.startsWith(prefix)) yield id;
  for (const [token, stored] of entries(tx.state.tokens)) {
    const folder = `${stored.path}/`;
    if (folder.startsWith(prefix) && folder !== prefix) yield folder;
    else if (prefix.startsWith(folder)) {
      const id = tokenLeaseId(tx.state, token, stored.path);
      if (id.startsWith(prefix)) yield id;
    }
  }
}

const keysBelow = (core: InternalCore, prefix: string): string[] => {
  const keys = new Set<string>();
  for (const id of idsBelow(core, prefix)) keys.add(/^[^/]*\/?/.exec(id.slice(prefix.length))?.[0] ?? '');
  return [...keys].sort();
};

export const leaseList = sysPath({
  pattern: 'leases/lookup/(?<prefix>.*)',
  fields: { prefix: { type: 'string' } },
  operations: {
    list: (core, _, fields) => {
      const prefix = fields.get('prefix');
      return listResponse(keysBelow(core, prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`));
    },
  },
});
