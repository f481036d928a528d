import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, audited, LOGIN, notReviewed, pods, READS_AGAIN, vaultLogs } from '../sight.ts';
import { kubernetesMounts } from '../vault-site.ts';

export const authMountMoved: Fault = {
  id: 'vault.auth-mount.moved',
  group: 'vault',
  title: 'The auth method has moved to another path',
  about:
    'Somebody moves `auth/kubernetes` to `auth/kubernetes-moved`. The tokens that it gave are revoked; Agents log in at the old path, where nothing is.',
  observed: {
    client: answered(LOGIN, 403, 'A refusal like any other; only the path is wrong.', 'permission denied'),
    agent: agentLogs(
      'URL: PUT http://vault.vault.svc:8200/v1/auth/kubernetes/login',
      'The address in the failure is the one hint.',
    ),
    vault: vaultLogs(
      'mount migration completed successfully',
      'The move itself; of the logins nothing, even at debug level.',
    ),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The request, with the path.'),
    kubernetes: notReviewed('No TokenReview: no auth method is asked.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'Once the method is back at its path, the next attempt succeeds.',
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 200_000 },
  begin: (run) => {
    const routes = kubernetesMounts(run).map(({ route }) => route.replace(/\/$/, ''));
    return {
      commands: routes.map((from) => toVault(run, 'POST', 'sys/remount', { from, to: `${from}-moved` })),
      remember: routes,
    };
  },
  end: (run, routes) =>
    (routes as readonly string[]).map((to) => toVault(run, 'POST', 'sys/remount', { from: `${to}-moved`, to })),
};
