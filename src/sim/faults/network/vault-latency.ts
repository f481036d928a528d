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
  reviewed,
  vaultSilent,
} from '../sight.ts';

export const vaultLatency: Fault = {
  id: 'network.vault.latency',
  group: 'network',
  title: 'The way to Vault is slow',
  about:
    'Every packet to Vault and back takes two seconds more. Nothing fails, since every timeout is longer; starting a Pod takes a dozen exchanges with Vault, one after the other.',
  observed: {
    client: answered(LOGIN, 200, 'Everything works, four seconds later.'),
    agent: agentLogs('authentication successful, sending token to sinks', 'No trouble, only pauses between the lines.'),
    vault: vaultSilent('Nothing.'),
    audit: audited('auth/kubernetes/login', '', 'The login, without an error.'),
    kubernetes: reviewed(201, 'The TokenReview, as always.'),
    kubectl: pods('0/2', 'Init:0/1', 'The new Pod takes long to start; after a quarter of a minute it still waits.'),
  },
  recovery: {
    itself: true,
    says: 'At once.',
    within: 30_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 15_000 },
  ...disturbance(
    'network.vault.latency',
    { from: 'pods/*', to: 'vault', effect: 'latency', milliseconds: 2_000 },
    { from: 'vault', to: 'pods/*', effect: 'latency', milliseconds: 2_000 },
  ),
};
