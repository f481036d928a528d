import { disturbance, type Fault } from '../fault.ts';
import {
  agentLogs,
  LOGIN,
  NEW_POD,
  notAudited,
  notReviewed,
  pods,
  READS_AGAIN,
  RUNS_AGAIN,
  unanswered,
  vaultSilent,
} from '../sight.ts';

export const agentVaultCut: Fault = {
  id: 'network.agent-vault.cut',
  group: 'network',
  title: 'The Pods cannot reach Vault',
  about:
    'Packets from the Pods to Vault vanish. Each attempt of an Agent lasts until its client gives up; what was rendered stays, a Pod that must start now waits.',
  observed: {
    client: unanswered(LOGIN, 'no answer comes in time', "No answer, until the client's own timeout."),
    agent: agentLogs('i/o timeout', 'The login could not be sent; the address of Vault stands in the message.'),
    vault: vaultSilent('Nothing: no request arrives.'),
    audit: notAudited('auth/kubernetes/login', 'No line: no request arrives.'),
    kubernetes: notReviewed('No TokenReview: Vault is not asked.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod stays in its init container.'),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds and the Pod starts.",
    within: 180_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 180_000 },
  ...disturbance('network.agent-vault.cut', { from: 'pods/*', to: 'vault', effect: 'cut' }),
};
