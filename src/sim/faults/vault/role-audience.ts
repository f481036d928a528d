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
import { roleChange } from './roles.ts';

export const roleAudience: Fault = {
  id: 'vault.role.audience',
  group: 'vault',
  title: 'The role demands another audience',
  about:
    "The role's `audience` is set to `vault`, while the Pods present their ordinary token. Vault refuses before it asks anybody. Running Agents notice at their next login only.",
  observed: {
    client: answered(
      LOGIN,
      403,
      'A refusal that names the claim.',
      'invalid audience (aud) claim: audience claim does not match any expected audience',
    ),
    agent: agentLogs(
      'invalid audience (aud) claim: audience claim does not match any expected audience',
      "The same, in the login's failure.",
    ),
    vault: vaultSilent('Nothing: what the client hears is not logged again.'),
    audit: audited('auth/kubernetes/login', 'invalid audience (aud) claim', 'The same error.'),
    kubernetes: notReviewed('No TokenReview: the audience is checked first.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next login succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...roleChange({ audience: 'vault' }),
};
