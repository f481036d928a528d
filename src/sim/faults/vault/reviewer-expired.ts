import { expiredToken } from '../expired-token.ts';
import type { Fault } from '../fault.ts';
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
  vaultLogs,
} from '../sight.ts';
import { configChange } from './config-change.ts';

export const reviewerExpired: Fault = {
  id: 'vault.reviewer.expired',
  group: 'vault',
  title: "The reviewer's token has expired",
  about:
    'The configuration holds a `token_reviewer_jwt` that somebody made with `kubectl create token` an hour ago and more. It worked until then; now every login is refused.',
  observed: {
    client: answered(LOGIN, 403, 'A refusal that says nothing of the reviewer.', 'permission denied'),
    agent: agentLogs('* permission denied', 'The login fails; there is no word of the reviewer.'),
    vault: vaultLogs(
      'lookup failed: service account unauthorized',
      "At debug level only: the API server does not accept Vault's own token.",
    ),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: reviewed(401, 'The TokenReview arrives, with a credential that is not accepted.', 'Unauthorized'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next attempt after the configuration is written without that token, or with a good one, succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...configChange((run) => ({ token_reviewer_jwt: expiredToken(run) })),
};
