import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, audited, notReviewed, pods, READ, READS_AGAIN, vaultSilent } from '../sight.ts';
import { type CurrentVersion, currentVersions } from './secrets.ts';

export const secretDeleted: Fault = {
  id: 'vault.secret.deleted',
  group: 'vault',
  title: 'The rendered version of the secret is deleted',
  about:
    'Somebody deletes the latest version of the secret that the Agent has rendered. It can be undeleted; the file stays as it is until the Agent gives up.',
  observed: {
    client: answered(READ, 404, 'Nothing is there.'),
    agent: agentLogs(
      'no secret exists at kv/data/app/config',
      'The poll finds nothing and is tried again, with growing pauses.',
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', '', 'The reads, without an error: to find nothing is none.'),
    kubernetes: notReviewed('Nothing: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green until the retries are used up.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry after the undeletion succeeds, without a line, if the retries are not used up.',
    within: 120_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 240_000 },
  begin: (run) => {
    const secrets = currentVersions(run);
    return {
      commands: secrets.map(({ mount, key }) => toVault(run, 'DELETE', `${mount}data/${key}`)),
      remember: secrets,
    };
  },
  end: (run, secrets) =>
    (secrets as readonly CurrentVersion[]).map(({ mount, key, version }) =>
      toVault(run, 'POST', `${mount}undelete/${key}`, { versions: [version] }),
    ),
};
