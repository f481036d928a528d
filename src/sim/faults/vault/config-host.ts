import type { Fault } from '../fault.ts';
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
import { configChange } from './config-change.ts';

export const configHost: Fault = {
  id: 'vault.config.wrong-host',
  group: 'vault',
  title: 'The configured address of the API server is wrong',
  about:
    'Somebody writes a `kubernetes_host` that does not resolve. A write of the configuration asks nobody, so nothing warns.',
  observed: {
    client: answered(LOGIN, 403, 'A refusal that says nothing of addresses.', 'permission denied'),
    agent: agentLogs('* permission denied', 'The login fails; there is no word of an address.'),
    vault: vaultLogs('no such host', 'At debug level only: the name that does not resolve.'),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: notReviewed('No TokenReview arrives.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next attempt succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...configChange(() => ({ kubernetes_host: 'https://k8s.example.com:443' })),
};
