import { disturbance, type Fault } from '../fault.ts';
import { agentLogs, answered, audited, kubectl, LOGIN, notReviewed, READS_AGAIN, vaultLogs } from '../sight.ts';

export const apiServerDown: Fault = {
  id: 'kubernetes.apiserver.down',
  group: 'kubernetes',
  title: 'The API server is down',
  about:
    'Nothing answers at the address of the Kubernetes API. Vault cannot have tokens reviewed, so nobody can log in; kubectl cannot connect. What runs goes on with the tokens it has, until they reach their maximum TTL.',
  observed: {
    client: answered(
      LOGIN,
      403,
      'A login is refused; renewals and reads with a token that lives still work.',
      'permission denied',
    ),
    agent: agentLogs('error authenticating', "The login at the token's maximum TTL fails, again and again."),
    vault: vaultLogs('connect: connection refused', 'At debug level: the TokenReview could not be sent.'),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: notReviewed('No TokenReview arrives.'),
    kubectl: kubectl(
      'get pods -n app',
      'The connection to the server kubernetes.default.svc was refused',
      'It cannot connect.',
      1,
    ),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt succeeds, at most five minutes after the API server is back.",
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 900_000 },
  ...disturbance('kubernetes.apiserver.down', { from: '*', to: 'kubernetes', effect: 'refuse' }),
};
