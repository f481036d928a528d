import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, audited, notReviewed, pods, READ, READS_AGAIN, vaultLogs } from '../sight.ts';
import { secretsRead } from './secrets.ts';

export const kvMountMoved: Fault = {
  id: 'vault.kv-mount.moved',
  group: 'vault',
  title: 'The secrets engine has moved to another path',
  about:
    "Somebody moves the KV engine. Its secrets are safe, under another path; the Agent's path leads nowhere, and its policy is for the old path.",
  observed: {
    client: answered(READ, 404, 'The path leads nowhere.', 'no handler for route'),
    agent: agentLogs('(retry attempt', 'The poll fails and is tried again, with growing pauses.'),
    vault: vaultLogs('mount migration completed successfully', 'The move itself.'),
    audit: audited('kv/data/app/config', 'unsupported path', 'The read at the old path.'),
    kubernetes: notReviewed('Nothing: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green until the retries are used up.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry after the engine is back succeeds, if the retries are not used up.',
    within: 120_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 240_000 },
  begin: (run) => {
    const routes = [...new Set(secretsRead(run, '2').map(({ mount }) => mount.replace(/\/$/, '')))];
    return {
      commands: routes.map((from) => toVault(run, 'POST', 'sys/remount', { from, to: `${from}-moved` })),
      remember: routes,
    };
  },
  end: (run, routes) =>
    (routes as readonly string[]).map((to) => toVault(run, 'POST', 'sys/remount', { from: `${to}-moved`, to })),
};
