import { disturbance, type Fault } from '../fault.ts';
import {
  agentLogs,
  audited,
  LOGIN,
  NEW_POD,
  READS_AGAIN,
  RUNS_AGAIN,
  reviewed,
  sees,
  unanswered,
  vaultSilent,
} from '../sight.ts';

export const vaultLoss: Fault = {
  id: 'network.vault.loss',
  group: 'network',
  title: 'Two of three requests to Vault are lost',
  about:
    "Requests of the Pods to Vault vanish by chance. Which ones is decided by the world's seed: the same run loses the same requests.",
  observed: {
    client: unanswered(LOGIN, 'no answer comes in time', 'Some requests get no answer.'),
    agent: agentLogs('error authenticating', 'A login fails, the next may succeed.'),
    vault: vaultSilent('Nothing: what is lost was never heard.'),
    audit: audited('auth/kubernetes/login', '', 'The logins that came through.'),
    kubernetes: reviewed(201, 'A TokenReview for each login that came through.'),
    kubectl: sees('The new Pod takes long to start: after three quarters of a minute it still waits.', {
      at: 45_000,
      that: 'pod app/web-* is Init:0/1 0/2',
    }),
  },
  recovery: {
    itself: true,
    says: 'The next attempts succeed.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 180_000 },
  ...disturbance('network.vault.loss', { from: 'pods/*', to: 'vault', effect: 'loss', share: 0.67 }),
};
