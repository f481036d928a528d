import { type Fault, FaultError } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, audited, notReviewed, pods, sees, vaultLogs } from '../sight.ts';
import { mountsOfType } from '../vault-site.ts';

export const leaseRevoked: Fault = {
  id: 'vault.lease.revoked',
  group: 'vault',
  title: 'The database credentials are revoked',
  about:
    "Somebody revokes all leases of the database engine. The roles in the database are dropped at once; the application holds a password that no longer works, until the Agent's next renewal of the lease fails.",
  observed: {
    client: sees('The renewal of the lease fails.', {
      exchange: {
        from: 'agent',
        to: 'vault',
        method: 'PUT',
        path: '/v1/sys/leases/renew',
        status: 400,
        contains: 'lease not found',
      },
    }),
    agent: agentLogs(
      'rendered "(dynamic)" => "/vault/secrets/db"',
      'The lease cannot be renewed; new credentials are fetched and rendered.',
    ),
    vault: vaultLogs('revoked lease: lease_id=database/creds/app/', 'Each lease that ended.'),
    audit: audited('sys/leases/renew', '', 'The renewal; its error is part of the answer, and so only a hash.'),
    kubernetes: notReviewed('Nothing: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'The Agent has rendered new credentials; whether the application reads them is its own affair.',
    within: 1_000,
    proof: [
      {
        file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/db', contains: 'username: v-kubernet-app-' },
      },
    ],
  },
  trial: { app: 'database.yaml', lasts: 240_000 },
  begin: (run) => {
    const mounts = mountsOfType(run, 'secret', 'database');
    if (mounts.length === 0) throw new FaultError('there is no database engine', 'Enable one first.');
    return { commands: mounts.map(({ route }) => toVault(run, 'PUT', `sys/leases/revoke-prefix/${route}creds`)) };
  },
  end: null,
};
