/** `sys/leases/renew` and its older form `sys/renew`. (vault: vault/expiration.go, Renew) */
import { backendOf, guarded } from '../core/call.ts';
import { type InternalCore, leasesOf } from '../core/mount-core.ts';
import type { CoreResponse } from '../core/reply.ts';
import {
  calculateTtl,
  invalidRequest,
  isDeferred,
  type Outcome,
  optionalParam,
  type Response,
  VaultError,
} from '../framework/index.ts';
import { leaseRequest, secretOf } from '../leases/lease-request.ts';
import { tokenLeaseId } from '../leases/token-lease.ts';
import type { MountEntry, StoredLease } from '../state/state.ts';
import { entries, find, put } from '../state/table.ts';
import { sysPath } from './path.ts';

const isTokenLease = ({ tx }: InternalCore, id: string): boolean =>
  [...entries(tx.state.tokens)].some(
    ([token, { path }]) => id.startsWith(`${path}/`) && tokenLeaseId(tx.state, token, path) === id,
  );

const leaseOf = (core: InternalCore, id: string): StoredLease => {
  if (id === '') throw invalidRequest('lease_id must be specified');
  const lease = find(core.tx.state.leases, id);
  if (!lease) {
    if (id.startsWith('auth/') && isTokenLease(core, id))
      throw invalidRequest('tokens cannot be renewed through this endpoint');
    throw invalidRequest('lease not found');
  }
  if (lease.due <= core.wall) throw invalidRequest('lease expired');
  if (!lease.renewable) throw invalidRequest('lease is not renewable');
  return lease;
};

const mountOf = ({ tx }: InternalCore, lease: StoredLease): MountEntry => {
  const mount = tx.mountByUuid(lease.mount);
  if (!mount) throw invalidRequest('lease not found');
  return mount;
};

/** A backend that refuses to renew. (vault: vault/expiration.go, Renew) */
const asRenewal = <T>(ask: () => T): T => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    throw invalidRequest(`failed to renew entry: ${error.message}`);
  }
};

/** Reckons the new TTL and writes it down. */
const finish = (
  { tx }: InternalCore,
  id: string,
  lease: StoredLease,
  mount: MountEntry,
  increment: number,
  response: Response | undefined,
): CoreResponse => {
  const secret = response?.secret ?? secretOf(lease);
  const { ttl, warnings } = calculateTtl({
    now: tx.now,
    issued: lease.issued / 1000,
    ...leasesOf(mount),
    increment,
    ttl: secret.ttl ?? 0,
    period: 0,
    maxTtl: secret.maxTtl ?? 0,
    explicitMaxTtl: 0,
  });
  const renewed = { ...lease, internal: secret.internal, renewed: tx.wall, due: tx.wall + ttl * 1000 };
  tx.set({ leases: put(tx.state.leases, id, renewed) });
  const all = [...(response?.warnings ?? []), ...warnings];
  return {
    lease: { id, duration: ttl, renewable: lease.renewable },
    ...(all.length > 0 && { warnings: all }),
  };
};

const renew = (core: InternalCore, id: string, increment: number): Outcome => {
  const lease = leaseOf(core, id);
  const mount = mountOf(core, lease);
  const handlers = backendOf(core.tx, mount).secrets?.[lease.type];
  const outcome = handlers?.renew
    ? asRenewal(() =>
        guarded(core.tx, mount, (view, storage) =>
          handlers.renew?.(view, leaseRequest(mount, id, 'update', storage), secretOf(lease), increment),
        ),
      )
    : undefined;
  return isDeferred(outcome) ? outcome : finish(core, id, lease, mount, increment, outcome);
};

const resume = (core: InternalCore, id: string, increment: number, output: unknown): Outcome => {
  const lease = leaseOf(core, id);
  const mount = mountOf(core, lease);
  const handlers = backendOf(core.tx, mount).secrets?.[lease.type];
  const outcome = asRenewal(() =>
    guarded(core.tx, mount, (view, storage) =>
      handlers?.resume?.(view, leaseRequest(mount, id, 'update', storage), secretOf(lease), output),
    ),
  );
  return isDeferred(outcome) ? outcome : finish(core, id, lease, mount, increment, outcome);
};

export const leaseRenew = sysPath({
  pattern: `(leases/)?renew${optionalParam('url_lease_id')}`,
  fields: {
    lease_id: { type: 'string' },
    url_lease_id: { type: 'string' },
    increment: { type: 'duration' },
  },
  operations: {
    update: (core, _, fields) =>
      renew(core, fields.get('lease_id') || fields.get('url_lease_id'), fields.get('increment')),
  },
  resume: (core, _, output, fields) =>
    resume(core, fields.get('lease_id') || fields.get('url_lease_id'), fields.get('increment'), output),
});
