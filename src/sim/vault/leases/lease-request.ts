import type { Operation, Request, Secret } from '../framework/index.ts';
import type { MountEntry, StoredLease } from '../state/state.ts';

/** Which mount a lease belongs to says its id: everything before the last slash is the path that gave it. */
export const leasePath = (id: string): string => id.slice(0, id.lastIndexOf('/'));

/** What a backend is asked with when one of its leases is renewed or ends. */
export const leaseRequest = (
  mount: MountEntry,
  leaseId: string,
  operation: Operation,
  storage: unknown,
): Request<never> => ({
  id: leaseId,
  operation,
  path: leasePath(leaseId).slice(mount.route.length),
  mount,
  storage: storage as never,
  data: {},
  headers: {},
  remote: '',
  caller: undefined,
  tokenId: '',
  wrapTtl: 0,
});

/** The lease as its backend gave it out. */
export const secretOf = (lease: StoredLease): Secret => ({
  type: lease.type,
  internal: lease.internal,
  ttl: lease.ttl,
  maxTtl: lease.maxTtl,
  renewable: lease.renewable,
});
