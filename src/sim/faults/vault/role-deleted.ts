import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, audited, notReviewed, pods, READS_AGAIN, RENEWAL, vaultSilent } from '../sight.ts';
import { type KeptRole, rolesInUse } from './roles.ts';

export const roleDeleted: Fault = {
  id: 'vault.role.deleted',
  group: 'vault',
  title: 'The role is deleted',
  about:
    'Somebody deletes the role that the workload logs in with. Its tokens live on, but cannot be renewed: the renewal looks for the role.',
  observed: {
    client: answered(RENEWAL, 500, 'The renewal fails.', 'role app-web does not exist during renewal'),
    agent: agentLogs(
      '* invalid role name "app-web"',
      "No line for the renewal; then the login's failure, the only one with status 400.",
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited(
      'auth/token/renew-self',
      'role app-web does not exist during renewal',
      'The renewal with its error.',
    ),
    kubernetes: notReviewed('No TokenReview: the role comes first.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'The next login after the role is back succeeds.',
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 232_000 },
  begin: (run) => {
    const roles = rolesInUse(run);
    return { commands: roles.map(({ path }) => toVault(run, 'DELETE', path)), remember: roles };
  },
  end: (run, roles) => (roles as readonly KeptRole[]).map(({ path, body }) => toVault(run, 'POST', path, body)),
};
