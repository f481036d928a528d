import { disturbance, type Fault } from '../fault.ts';
import {
  agentLogs,
  notAudited,
  notReviewed,
  pods,
  READ,
  READS_AGAIN,
  RUNS_AGAIN,
  unanswered,
  vaultSilent,
} from '../sight.ts';

export const agentVaultRefused: Fault = {
  id: 'network.agent-vault.refused',
  group: 'network',
  title: 'Connections from the Pods to Vault are rejected',
  about:
    'A NetworkPolicy rejects what the Pods send to Vault. The running Agent notices at its next poll of the secret; the application keeps the file it has.',
  observed: {
    client: unanswered(READ, 'the connection is refused', 'No answer: the connection is refused.'),
    agent: agentLogs(
      'connect: connection refused (retry attempt',
      'The poll fails and is tried again, with growing pauses.',
    ),
    vault: vaultSilent('Nothing: no request arrives.'),
    audit: notAudited('kv/data/app/config', 'No line: no request arrives.'),
    kubernetes: notReviewed('No TokenReview: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry succeeds, without a line in the log; the file is as it was.',
    within: 60_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { lasts: 235_000 },
  ...disturbance('network.agent-vault.refused', { from: 'pods/*', to: 'vault', effect: 'refuse' }),
};
