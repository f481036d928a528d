import { disturbance, type Fault } from '../fault.ts';
import {
  agentLogs,
  answered,
  audited,
  LOGIN,
  NEW_POD,
  notReviewed,
  pods,
  READS_AGAIN,
  RUNS_AGAIN,
  vaultLogs,
} from '../sight.ts';

export const vaultKubernetesRefused: Fault = {
  id: 'network.vault-kubernetes.refused',
  group: 'network',
  title: 'Connections from Vault to the API server are rejected',
  about:
    "A NetworkPolicy that rejects, or a port where nothing listens: Vault's connection is refused at once, everybody else's is not.",
  observed: {
    client: answered(LOGIN, 403, 'A refusal at once.', 'permission denied'),
    agent: agentLogs('* permission denied', 'The login fails, at first every second, then less often.', { atLeast: 4 }),
    vault: vaultLogs('connect: connection refused', 'At debug level only: who refused.'),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: notReviewed('Nothing arrives.'),
    kubectl: pods('0/2', 'Init:0/1', 'kubectl works; a new Pod stays in its init container.'),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds and the Pod starts.",
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 60_000 },
  ...disturbance('network.vault-kubernetes.refused', { from: 'vault', to: 'kubernetes', effect: 'refuse' }),
};
