import { disturbance, type Fault } from '../fault.ts';
import {
  agentLogs,
  answered,
  audited,
  LOGIN,
  NEW_POD,
  pods,
  READS_AGAIN,
  RUNS_AGAIN,
  sees,
  vaultLogs,
} from '../sight.ts';

export const vaultKubernetesCut: Fault = {
  id: 'network.vault-kubernetes.cut',
  group: 'network',
  title: 'Vault cannot reach the API server',
  about:
    'Packets from Vault to the API server vanish, as a firewall or a NetworkPolicy lets them. The cluster itself is well. Every login waits thirty seconds for a connection and is then refused.',
  observed: {
    client: answered(LOGIN, 403, 'Half a minute, then a refusal that says nothing of Kubernetes.', 'permission denied'),
    agent: agentLogs('* permission denied', 'The login fails; there is no word of a TokenReview.'),
    vault: vaultLogs('i/o timeout', 'At debug level only: the TokenReview timed out.'),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: sees('Nothing arrives.', {
      exchange: {
        from: 'vault',
        to: 'kubernetes',
        method: 'POST',
        path: '/apis/authentication.k8s.io/v1/tokenreviews',
        status: 201,
        absent: true,
      },
    }),
    kubectl: pods('0/2', 'Init:0/1', 'kubectl works; a new Pod stays in its init container, without restarts.'),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds and the Pod starts.",
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 120_000 },
  ...disturbance('network.vault-kubernetes.cut', { from: 'vault', to: 'kubernetes', effect: 'cut' }),
};
