import { disturbance, type Fault } from '../fault.ts';
import { agentLogs, audited, NEW_POD, pods, RUNS_AGAIN, reviewed, sees, vaultSilent } from '../sight.ts';

const CREDENTIALS = { method: 'GET', path: '/v1/database/creds/app' } as const;

export const vaultDatabaseCut: Fault = {
  id: 'network.vault-database.cut',
  group: 'network',
  title: 'Vault cannot reach the database',
  about:
    'Packets from Vault to PostgreSQL vanish. Logins work; whoever needs new credentials waits. Credentials that were given out go on working for the application, whose way to the database is another.',
  observed: {
    client: sees('A read of new credentials gets no answer for a long time.', {
      exchange: { from: 'agent', to: 'vault', ...CREDENTIALS, status: 200, absent: true },
    }),
    agent: agentLogs(
      'context deadline exceeded (retry attempt',
      'The login succeeds; each read lasts until the client gives up.',
    ),
    vault: vaultSilent('Nothing yet: the dial has not come to its end.', 'database'),
    audit: audited('auth/kubernetes/login', '', 'The login, without an error; the read has no answer yet.'),
    kubernetes: reviewed(201, 'The TokenReview of the new Pod, as always.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod stays in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry gets credentials and the Pod starts.',
    within: 240_000,
    proof: [RUNS_AGAIN],
  },
  trial: { app: 'database.yaml', meanwhile: [{ after: 0, run: NEW_POD }], lasts: 150_000 },
  ...disturbance('network.vault-database.cut', { from: 'vault', to: 'postgresql', effect: 'cut' }),
};
