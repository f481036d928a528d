import { disturbance, type Fault } from '../fault.ts';
import { agentUntroubled, answered, audited, notReviewed, READ, READS_AGAIN, sees, vaultSilent } from '../sight.ts';

export const kubeletKubernetesCut: Fault = {
  id: 'network.kubelet-kubernetes.cut',
  group: 'network',
  title: 'The node is cut off from the API server',
  about:
    'The kubelet of the node can neither report nor ask. What runs goes on; a Pod that is deleted stays Terminating, a new one Pending.',
  observed: {
    client: answered(READ, 200, 'Vault answers the running Pod as always.'),
    agent: agentUntroubled('No line of trouble.'),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', '', "The Agent's reads, as always."),
    kubernetes: notReviewed('No kubelet is heard; no TokenReview comes, since nobody logs in.'),
    kubectl: sees(
      'The deleted Pod stays Terminating, its successor waits.',
      { that: 'pod app/web-* is Terminating' },
      { that: 'pod app/web-* is Pending' },
    ),
  },
  recovery: {
    itself: true,
    says: 'The kubelet hears what it missed: the old Pod goes, the new one starts.',
    within: 180_000,
    proof: [{ that: 'pod app/web-* is Running 2/2' }, READS_AGAIN],
  },
  trial: {
    meanwhile: [{ after: 230_000, run: 'kubectl delete pod -n app -l app=web --wait=false' }],
    lasts: 239_000,
  },
  ...disturbance(
    'network.kubelet-kubernetes.cut',
    { from: 'node-*', to: 'kubernetes', effect: 'cut' },
    { from: 'kubernetes', to: 'node-*', effect: 'cut' },
  ),
};
