import { agentContainers } from '../cluster-site.ts';
import type { Fault } from '../fault.ts';
import { agentLogs, answered, audited, LOGIN, READS_AGAIN, RUNS_AGAIN, reviewed, sees, vaultSilent } from '../sight.ts';
import { killed } from './killing.ts';

export const agentOomKilled: Fault = {
  id: 'agent.oom-killed',
  group: 'agent',
  title: 'The Agents run out of memory',
  about:
    "The sidecars reach their memory limit (`agent-limits-mem`), and the machine's kernel kills them. One kill is a restart; a limit that is too low for the templates makes it a CrashLoopBackOff.",
  observed: {
    client: answered(LOGIN, 200, 'A new login, and a new token beside the old one.'),
    agent: agentLogs(
      '==> Vault Agent started!',
      'A new beginning, and no word of the end: what is killed cannot say so.',
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('auth/kubernetes/login', '', 'The new login.'),
    kubernetes: reviewed(201, 'Its TokenReview.'),
    kubectl: sees(
      'A restart is counted, and the last state says `OOMKilled`.',
      { that: 'pod app/web-* has restarted once' },
      { command: { run: 'kubectl describe pods -n app', contains: 'OOMKilled' } },
    ),
  },
  recovery: {
    itself: true,
    says: 'The container is started again after its pause.',
    within: 60_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { lasts: 30_000 },
  begin: (run) => ({
    commands: agentContainers(run).map((to) => ({ type: 'send', to, event: killed('OOMKilled') })),
  }),
  end: null,
};
