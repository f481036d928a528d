import { disturbance, type Fault } from '../fault.ts';
import { agentLogs, answered, audited, kubectl, notReviewed, READ, RUNS_AGAIN, vaultSilent } from '../sight.ts';

export const operatorKubernetesCut: Fault = {
  id: 'network.operator-kubernetes.cut',
  group: 'network',
  title: 'The operator cannot reach the API server',
  about: "The operator's packets to the API server vanish; the cluster and Vault are not concerned.",
  observed: {
    client: answered(READ, 200, "Everything works: the Pod's reads are answered."),
    agent: agentLogs('renewed auth token', 'Renewals go on.'),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', '', "The Agent's reads, as always."),
    kubernetes: notReviewed('Nothing of the operator; no TokenReview, since nobody logs in.'),
    kubectl: kubectl('get pods -n app', 'i/o timeout', 'After half a minute: it cannot connect.', 1),
  },
  recovery: {
    itself: true,
    says: 'The next command is answered.',
    within: 1_000,
    proof: [RUNS_AGAIN, { command: { run: 'kubectl get pods -n app', contains: '2/2     Running' } }],
  },
  trial: { lasts: 235_000 },
  ...disturbance('network.operator-kubernetes.cut', { from: 'operator', to: 'kubernetes', effect: 'cut' }),
};
