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
  vaultSilent,
} from '../sight.ts';
import { configChange } from './config-change.ts';

export const configIssuer: Fault = {
  id: 'vault.config.wrong-issuer',
  group: 'vault',
  title: "The configured issuer is not the cluster's",
  about:
    "Somebody turns the check of the issuer on (`disable_iss_validation=false`) and names another issuer than the cluster's.",
  observed: {
    client: answered(LOGIN, 403, 'A refusal that names the claim.', 'invalid issuer (iss) claim'),
    agent: agentLogs('* invalid issuer (iss) claim', "The same, in the login's failure."),
    vault: vaultSilent('Nothing: what the client hears is not logged again.'),
    audit: audited('auth/kubernetes/login', 'invalid issuer (iss) claim', 'The same error.'),
    kubernetes: notReviewed('No TokenReview: the issuer is checked first.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next attempt succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...configChange(() => ({ disable_iss_validation: false, issuer: 'https://issuer.example.com' })),
};
