import { agentContainers } from '../cluster-site.ts';
import type { Fault } from '../fault.ts';
import { agentLogs, answered, audited, LOGIN, READS_AGAIN, RUNS_AGAIN, reviewed, sees, vaultSilent } from '../sight.ts';

/** kubernetes: pkg/kubelet/eviction/helpers.go */
const MESSAGE =
  'The node was low on resource: memory. Threshold quantity: 100Mi, available: 81648Ki. Container app was using 187Mi, request is 0, has larger consumption of memory. ';

export const podEvicted: Fault = {
  id: 'kubernetes.pod.evicted',
  group: 'kubernetes',
  title: 'The Pods are evicted',
  about:
    "The node is short of memory, and the kubelet puts the workload's Pods off it. They stay as failed objects; their ReplicaSet makes new ones, whose Agents log in anew.",
  observed: {
    client: answered(LOGIN, 200, "The new Pod's Agents log in."),
    agent: agentLogs(
      '==> Vault Agent shutdown triggered',
      'The old Agents are told to end, if there is time for it; the new ones start.',
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('auth/kubernetes/login', '', 'The logins of the new Pod.'),
    kubernetes: reviewed(201, 'A TokenReview for each of those logins.'),
    kubectl: sees(
      "The old Pod has failed, its containers' ends hide the reason in the list; the Pod itself and its events have it.",
      { command: { run: 'kubectl get pods -n app', contains: '0/2     Error' } },
      { command: { run: 'kubectl get pods -n app -o yaml', contains: 'reason: Evicted' } },
      { event: { about: 'pod app/web-*', reason: 'Evicted', contains: 'The node was low on resource: memory.' } },
    ),
  },
  recovery: {
    itself: true,
    says: 'The new Pod runs before anybody looks; the failed one stays until somebody, or the garbage collector, deletes it.',
    within: 1_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { lasts: 30_000 },
  begin: (run) => {
    const pods = [...new Set(agentContainers(run).map((id) => id.replace(/\/[^/]+$/, '')))];
    return {
      commands: pods.map((to) => ({
        type: 'send',
        to,
        event: { type: 'pod.evict', message: MESSAGE } as { type: string },
      })),
    };
  },
  end: null,
};
