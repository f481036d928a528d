import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, audited, notReviewed, pods, READS_AGAIN, RENEWAL, vaultLogs } from '../sight.ts';
import { kubernetesMounts } from '../vault-site.ts';
import { configChange } from './config-change.ts';
import { allRoles, type KeptRole } from './roles.ts';

interface Kept {
  readonly paths: readonly string[];
  readonly configs: unknown;
  readonly roles: readonly KeptRole[];
}

export const authMountDisabled: Fault = {
  id: 'vault.auth-mount.disabled',
  group: 'vault',
  title: 'The auth method is disabled',
  about:
    'Somebody disables `auth/kubernetes`. Its configuration and roles are gone, and every token that it gave is revoked at once.',
  observed: {
    client: answered(RENEWAL, 403, 'The next renewal finds the token dead.', 'invalid token'),
    agent: agentLogs('* permission denied', 'Renewal denied, then logins denied, again and again.'),
    vault: vaultLogs('disabled credential backend: path=kubernetes/', 'Who looks finds the line.'),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The logins at a path that no longer exists.'),
    kubernetes: notReviewed('No TokenReview: no auth method is asked.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'Once method, configuration and roles are written again, the next attempt succeeds.',
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 200_000 },
  begin: (run) => {
    const paths = kubernetesMounts(run).map(({ path }) => path.replace(/\/$/, ''));
    const { remember } = configChange(() => ({})).begin(run);
    return {
      commands: paths.map((path) => toVault(run, 'DELETE', `sys/auth/${path}`)),
      remember: { paths, configs: remember, roles: allRoles(run) } satisfies Kept,
    };
  },
  end: (run, remembered) => {
    const { paths, configs, roles } = remembered as Kept;
    return [
      ...paths.map((path) => toVault(run, 'POST', `sys/auth/${path}`, { type: 'kubernetes' })),
      ...[...(configs as Kept['roles']), ...roles].map(({ path, body }) => toVault(run, 'POST', path, body)),
    ];
  },
};
