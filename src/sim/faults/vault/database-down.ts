import { disturbance, type Fault } from '../fault.ts';
import { agentLogs, audited, NEW_POD, pods, RUNS_AGAIN, reviewed, sees, vaultLogs } from '../sight.ts';

export const databaseDown: Fault = {
  id: 'vault.database.down',
  group: 'vault',
  title: 'The database is down',
  about:
    'Nothing answers at the address of PostgreSQL. Vault can neither make nor drop roles: who needs credentials gets an error, leases that end are tried again and again.',
  observed: {
    client: sees('A read of new credentials fails.', {
      exchange: {
        from: 'agent',
        to: 'vault',
        method: 'GET',
        path: '/v1/database/creds/app',
        status: 500,
        contains: 'connection refused',
      },
    }),
    agent: agentLogs('connect: connection refused', 'The read fails and is tried again, with growing pauses.'),
    vault: vaultLogs('connect: connection refused', 'A lease that could not be revoked.'),
    audit: audited('database/creds/app', 'connection refused', 'The read with its error.'),
    kubernetes: reviewed(201, 'The TokenReview of the new Pod, as always.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry gets credentials and the Pod starts.',
    within: 240_000,
    proof: [RUNS_AGAIN],
  },
  trial: { app: 'database.yaml', meanwhile: [{ after: 0, run: NEW_POD }], lasts: 240_000 },
  ...disturbance('vault.database.down', { from: '*', to: 'postgresql', effect: 'refuse' }),
};
