import { entries } from '../../vault/state/table.ts';
import { type Fault, FaultError } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, audited, pods, READS_AGAIN, RENEWAL, reviewed, vaultSilent } from '../sight.ts';
import { kubernetesMounts, vaultState } from '../vault-site.ts';

export const tokenRevoked: Fault = {
  id: 'vault.token.revoked',
  group: 'vault',
  title: "The Agents' tokens are revoked",
  about:
    'Somebody revokes every token that `auth/kubernetes` gave, by their accessors. An Agent notices at its next request and logs in again.',
  observed: {
    client: answered(RENEWAL, 403, 'The next renewal finds the token dead.', 'invalid token'),
    agent: agentLogs(
      'lifetime watcher done channel triggered, re-authenticating',
      "The renewal's failure itself has no line; a new login follows a second later.",
    ),
    vault: vaultSilent('Nothing.', 'unauthorized'),
    audit: audited('auth/token/renew-self', 'invalid token', 'The renewal with its error.'),
    kubernetes: reviewed(201, 'The TokenReview of the new login.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'The Agent has a new token before anybody asks.',
    within: 1_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 180_000 },
  begin: (run) => {
    const accessors = [...entries(vaultState(run).tokens)].flatMap(([, { accessor, path }]) =>
      kubernetesMounts(run).some(({ route }) => path.startsWith(route)) ? [accessor] : [],
    );
    if (accessors.length === 0) throw new FaultError('no Agent has a token', 'Deploy a workload first.');
    return {
      commands: accessors.map((accessor) => toVault(run, 'POST', 'auth/token/revoke-accessor', { accessor })),
    };
  },
  end: null,
};
