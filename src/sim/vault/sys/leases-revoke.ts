/** `sys/leases/revoke`, `revoke-prefix`, `revoke-force`, `tidy`, and the older forms without `leases/`. */
import type { InternalCore } from '../core/mount-core.ts';
import { invalidRequest, optionalParam } from '../framework/index.ts';
import { revokeLease, revokeToken } from '../leases/revoke.ts';
import { revokedWaiting, revokeWaiting } from '../leases/revoke-waiting.ts';
import { tokenLeaseId } from '../leases/token-lease.ts';
import { entries, find } from '../state/table.ts';
import { sysPath } from './path.ts';

const revokeTokenLease = ({ tx }: InternalCore, id: string): void => {
  for (const [token, { path }] of entries(tx.state.tokens)) {
    if (!id.startsWith(`${path}/`) || tokenLeaseId(tx.state, token, path) !== id) continue;
    revokeToken(tx, token);
    return;
  }
};

const revokeLater = (tx: InternalCore['tx'], id: string): undefined => {
  revokeLease(tx, id);
};

export const leaseRevoke = sysPath({
  pattern: `(leases/)?revoke${optionalParam('url_lease_id')}`,
  fields: { lease_id: { type: 'string' }, url_lease_id: { type: 'string' }, sync: { type: 'bool', default: true } },
  operations: {
    update: (core, _, fields) => {
      const id = fields.get('lease_id') || fields.get('url_lease_id');
      if (id === '') throw invalidRequest('lease_id must be specified');
      if (find(core.tx.state.leases, id))
        return fields.get('sync') ? revokeWaiting(core.tx, id) : revokeLater(core.tx, id);
      if (id.startsWith('auth/')) revokeTokenLease(core, id);
      return undefined;
    },
  },
  resume: (core, _, output, fields) =>
    revokedWaiting(core.tx, fields.get('lease_id') || fields.get('url_lease_id'), output),
});

/** Ends all leases whose id begins with the prefix, and the tokens that paths below it made. */
const revokePrefix = ({ tx }: InternalCore, prefix: string, force: boolean): void => {
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  for (const [id] of entries(tx.state.leases)) if (id.startsWith(folder)) revokeLease(tx, id, force);
  for (const [token, { path }] of entries(tx.state.tokens)) {
    if (`${path}/`.startsWith(folder) || tokenLeaseId(tx.state, token, path) === prefix) revokeToken(tx, token);
  }
};

const prefixPath = (name: 'revoke-prefix' | 'revoke-force') =>
  sysPath({
    pattern: `(leases/)?${name}/(?<prefix>.+)`,
    fields: { prefix: { type: 'string' }, sync: { type: 'bool', default: true } },
    operations: {
      update: (core, _, fields) => {
        revokePrefix(core, fields.get('prefix'), name === 'revoke-force');
        return undefined;
      },
    },
  });

export const leaseRevokePrefix = prefixPath('revoke-prefix');
export const leaseRevokeForce = prefixPath('revoke-force');

const STARTED =
  "Tidy operation successfully started. Any information from the operation will be printed to Vault's server logs.";

export const leaseTidy = sysPath({
  pattern: 'leases/tidy',
  fields: {},
  operations: { update: () => ({ status: 202, warnings: [STARTED] }) },
});
