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

export const clockAhead: Fault = {
  id: 'vault.clock.ahead',
  group: 'vault',
  title: "Vault's clock is fifteen minutes ahead",
  about:
    "Vault takes tokens for expired before they are. A Pod's ordinary token has a year to live and passes; one that was made for Vault with ten minutes to live does not. Vault's own tokens and leases end early too.",
  observed: {
    client: answered(
      LOGIN,
      403,
      'A refusal that names the claim.',
      'invalid expiration time (exp) claim: token is expired',
    ),
    agent: agentLogs('invalid expiration time (exp) claim: token is expired', "The same, in the login's failure."),
    vault: vaultSilent('Nothing of the refusal; leases that end early are logged as always.', 'unauthorized'),
    audit: audited('auth/kubernetes/login', 'invalid expiration time (exp) claim: token is expired', 'The same error.'),
    kubernetes: notReviewed('No TokenReview: the times are checked first.'),
    kubectl: pods('0/2', 'Init:0/1', 'The new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next attempt succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { app: 'projected.yaml', meanwhile: [{ after: 0, run: NEW_POD }], lasts: 60_000 },
  begin: () => ({ commands: [{ type: 'skew', place: 'vault', milliseconds: 900_000 }] }),
  end: () => [{ type: 'skew', place: 'vault', milliseconds: 0 }],
};
