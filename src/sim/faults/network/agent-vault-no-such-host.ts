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

export const agentVaultNoSuchHost: Fault = {
  id: 'network.agent-vault.no-such-host',
  group: 'network',
  title: 'The name of Vault does not resolve in the Pods',
  about:
    "The cluster's DNS has no answer for Vault's name: a deleted Service, a wrong address in the annotation, a DNS that is down.",
  observed: {
    client: unanswered(LOGIN, 'name does not resolve', 'No request can be sent.'),
    agent: agentLogs('no such host', 'The login could not be sent: the name is unknown.'),
    vault: vaultSilent('Nothing: no request arrives.'),
    audit: notAudited('auth/kubernetes/login', 'No line: no request arrives.'),
    kubernetes: notReviewed('No TokenReview: Vault is not asked.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod stays in its init container.'),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds and the Pod starts.",
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 60_000 },
  ...disturbance('network.agent-vault.no-such-host', { from: 'pods/*', to: 'vault', effect: 'no such host' }),
};
