import type { Fault } from '../fault.ts';
import { agentLogs, notAudited, notReviewed, pods, READS_AGAIN, RENEWAL, unanswered, vaultLogs } from '../sight.ts';

export const descriptors: Fault = {
  id: 'vault.descriptors.exhausted',
  group: 'vault',
  title: 'Vault has used up its file descriptors',
  about:
    'The process may open no more sockets (`ulimit -n`, LimitNOFILE). The machine still takes connections, so that no client is refused: they wait. Where every request opens a connection of its own, as here, all of them do.',
  observed: {
    client: unanswered(RENEWAL, 'no answer comes in time', 'A connection, and no answer.'),
    agent: agentLogs('context deadline exceeded', 'Requests time out after a minute each.'),
    vault: vaultLogs('accept4: too many open files', 'A line of the HTTP server itself, at level info.'),
    audit: notAudited('auth/token/renew-self', 'No line: no request is heard.'),
    kubernetes: notReviewed('No TokenReview.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'As soon as descriptors are free, the next attempt succeeds.',
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 290_000 },
  begin: () => ({ commands: [{ type: 'send', to: 'vault', event: { type: 'descriptors.exhausted' } }] }),
  end: () => [{ type: 'send', to: 'vault', event: { type: 'descriptors.freed' } }],
};
