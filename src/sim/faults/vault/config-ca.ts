import { authorityPem } from '../../kubernetes/index.ts';
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

export const configCa: Fault = {
  id: 'vault.config.wrong-ca',
  group: 'vault',
  title: "The configured CA is not the cluster's",
  about:
    'Somebody writes `kubernetes_ca_cert` with the certificate of another authority: valid, accepted, and wrong. Vault keeps its connection to the API server for a minute and a half; a login over that one does not notice.',
  observed: {
    client: answered(LOGIN, 403, 'A refusal that says nothing of certificates.', 'permission denied'),
    agent: agentLogs('* permission denied', 'The login fails; there is no word of a certificate.'),
    vault: vaultLogs(
      'x509: certificate signed by unknown authority',
      "At debug level only: the API server's certificate is not trusted.",
    ),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: notReviewed('No TokenReview: the handshake fails.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next attempt after the right CA is written succeeds.',
    within: 180_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100_000, run: NEW_POD }], lasts: 160_000 },
  ...configChange(() => ({ kubernetes_ca_cert: authorityPem('another cluster') })),
};
