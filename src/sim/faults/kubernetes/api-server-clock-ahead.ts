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

export const apiServerClockAhead: Fault = {
  id: 'kubernetes.apiserver.clock-ahead',
  group: 'kubernetes',
  title: "The API server's clock is five minutes ahead",
  about:
    "The API server issues tokens from what is the future for everybody else. Vault refuses them until the difference is over, except for a minute's leeway.",
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
    itself: false,
    says: "The Pod's token is still from the future: it becomes good when the difference is over. A new Pod has a good one at once.",
    remedy: NEW_POD,
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 60_000 },
  begin: () => ({ commands: [{ type: 'skew', place: 'kubernetes', milliseconds: 300_000 }] }),
  end: () => [{ type: 'skew', place: 'kubernetes', milliseconds: 0 }],
};
