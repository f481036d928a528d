import { disturbance, type Fault } from '../fault.ts';
import { agentLogs, notAudited, notReviewed, pods, READS_AGAIN, RENEWAL, unanswered, vaultSilent } from '../sight.ts';

export const vaultDown: Fault = {
  id: 'vault.down',
  group: 'vault',
  title: 'Vault is down',
  about:
    "Nothing answers at Vault's address: the process has ended, or its Pod has no endpoint. What it stores is safe.",
  observed: {
    client: unanswered(RENEWAL, 'the connection is refused', 'No connection.'),
    agent: agentLogs(
      'connect: connection refused',
      'A poll of the secret, or the login after the last renewal, cannot be sent.',
    ),
    vault: vaultSilent('Nothing: it does not run.'),
    audit: notAudited('auth/token/renew-self', 'No line.'),
    kubernetes: notReviewed('No TokenReview.'),
    kubectl: pods('2/2', 'Running', 'All is green: the Agent runs and tries.'),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds. An outage between two requests leaves no trace at all.",
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 230_000 },
  ...disturbance('vault.down', { from: '*', to: 'vault', effect: 'refuse' }),
};
