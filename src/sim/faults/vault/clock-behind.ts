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

export const clockBehind: Fault = {
  id: 'vault.clock.behind',
  group: 'vault',
  title: "Vault's clock is five minutes behind",
  about:
    'For Vault, a token that was just issued is from the future. Pods that run have older tokens and may log in; fresh Pods may not, until their token is older than the difference.',
  observed: {
    client: answered(
      LOGIN,
      403,
      'A refusal that names the claim.',
      'invalid not before (nbf) claim: token not yet valid',
    ),
    agent: agentLogs('invalid not before (nbf) claim: token not yet valid', "The same, in the login's failure."),
    vault: vaultSilent('Nothing: what the client hears is not logged again.'),
    audit: audited('auth/kubernetes/login', 'invalid not before (nbf) claim: token not yet valid', 'The same error.'),
    kubernetes: notReviewed('No TokenReview: the times are checked first.'),
    kubectl: pods('0/2', 'Init:0/1', 'The new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next attempt succeeds; without repair it would too, once the token is older than the difference.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 60_000 },
  begin: () => ({ commands: [{ type: 'skew', place: 'vault', milliseconds: -300_000 }] }),
  end: () => [{ type: 'skew', place: 'vault', milliseconds: 0 }],
};
