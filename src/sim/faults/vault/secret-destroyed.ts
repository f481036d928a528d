import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, audited, notReviewed, pods, READS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { type CurrentVersion, currentVersions } from './secrets.ts';

export const secretDestroyed: Fault = {
  id: 'vault.secret.destroyed',
  group: 'vault',
  title: 'The rendered version of the secret is destroyed',
  about:
    'Somebody destroys the latest version of the secret that the Agent has rendered. Nothing brings it back; only a new version helps. The Agent does not notice that anything is wrong.',
  observed: {
    client: sees(
      'The answer is 404, but it has a body; the Agent renders what is in it. The application finds `null`.',
      {
        exchange: {
          from: 'agent',
          to: 'vault',
          method: 'GET',
          path: '/v1/kv/data/app/config',
          status: 404,
          contains: '"destroyed": true',
        },
      },
      { file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', contains: 'null' } },
    ),
    agent: agentLogs(
      'rendered "(dynamic)" => "/vault/secrets/config"',
      'A line like that of any rotation: only a deleted version counts as missing, not a destroyed one.',
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', '', 'The reads, without an error: to find nothing is none.'),
    kubernetes: notReviewed('Nothing: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: 'A new version is read at the next poll, at most five minutes later, and rendered.',
    within: 300_000,
    proof: [
      { file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', contains: '"username":"web"' } },
      READS_AGAIN,
    ],
  },
  trial: { lasts: 240_000 },
  begin: (run) => {
    const secrets = currentVersions(run);
    return {
      commands: secrets.map(({ mount, key, version }) =>
        toVault(run, 'PUT', `${mount}destroy/${key}`, { versions: [version] }),
      ),
      remember: secrets,
    };
  },
  end: (run, secrets) =>
    (secrets as readonly CurrentVersion[]).map(({ mount, key, data }) =>
      toVault(run, 'POST', `${mount}data/${key}`, { data }),
    ),
};
