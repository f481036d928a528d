import type { Fault } from '../fault.ts';
import { agentLogs, answered, notAudited, notReviewed, READS_AGAIN, RENEWAL, sees, vaultLogs } from '../sight.ts';

export const standby: Fault = {
  id: 'vault.standby',
  group: 'vault',
  title: 'The active Vault is lost',
  about:
    'Vault runs as a cluster, and the node that answers is a standby that knows no active one: an election that does not end, a lost quorum. It can neither serve a request nor pass it on.',
  observed: {
    client: answered(
      RENEWAL,
      500,
      'Every request gets 500.',
      'local node not active but active cluster node not found',
    ),
    agent: agentLogs(
      '* local node not active but active cluster node not found',
      'The login fails so, again and again.',
    ),
    vault: vaultLogs('leadership lost, stopping active operation', 'It says so once.', { times: 1 }),
    audit: notAudited('auth/token/renew-self', "No line: the audit log is the active node's."),
    kubernetes: notReviewed('No TokenReview: Vault does not get that far.'),
    kubectl: sees(
      'All is green, while `vault status` shows a standby.',
      { that: 'pod app/web-* is Running 2/2' },
      { command: { run: 'vault status', contains: 'standby' } },
    ),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds once a node is active.",
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 260_000 },
  begin: () => ({ commands: [{ type: 'send', to: 'vault', event: { type: 'leadership.lost' } }] }),
  end: () => [{ type: 'send', to: 'vault', event: { type: 'leadership.acquired' } }],
};
