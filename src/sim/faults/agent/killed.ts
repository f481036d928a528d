import { agentContainers } from '../cluster-site.ts';
import type { Fault } from '../fault.ts';
import { agentLogs, answered, audited, LOGIN, READS_AGAIN, RUNS_AGAIN, reviewed, sees, vaultSilent } from '../sight.ts';
import { killed } from './killing.ts';

export const agentKilled: Fault = {
  id: 'agent.killed',
  group: 'agent',
  title: 'The Agents are killed',
  about:
    'Somebody on the node ends the sidecars with SIGKILL. The kubelet starts each container again; the new process logs in anew and reads everything, the old token is forgotten and lives on in Vault.',
  observed: {
    client: answered(LOGIN, 200, 'A new login, and a new token beside the old one.'),
    agent: agentLogs('==> Vault Agent started!', 'A new beginning, and no word of the end.'),
    vault: vaultSilent('Nothing.'),
    audit: audited('auth/kubernetes/login', '', 'The new login.'),
    kubernetes: reviewed(201, 'Its TokenReview.'),
    kubectl: sees(
      'A restart is counted; the last state has exit code 137.',
      { that: 'pod app/web-* has restarted once' },
      { command: { run: 'kubectl describe pods -n app', contains: 'Exit Code:    137' } },
    ),
  },
  recovery: {
    itself: true,
    says: 'The Agent runs again before anybody looks.',
    within: 1_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { lasts: 30_000 },
  begin: (run) => ({
    commands: agentContainers(run).map((to) => ({ type: 'send', to, event: killed('') })),
  }),
  end: null,
};
