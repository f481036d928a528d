import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, audited, NEW_POD, notReviewed, pods, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { type KeptPolicy, policiesInUse, writePolicy } from './policies.ts';
import { secretsRead } from './secrets.ts';

interface Kept {
  readonly mounts: readonly string[];
  readonly policies: readonly KeptPolicy[];
}

export const secretMovedToV2: Fault = {
  id: 'vault.secret.moved-to-v2',
  group: 'vault',
  title: 'The secrets engine is upgraded to version 2',
  about:
    "Somebody upgrades a KV engine of version 1, whose secrets the Agent reads. All paths get a `data/`, which the Agent's request and its policy do not have.",
  observed: {
    client: sees('The old path has nothing but a warning; the application finds an empty file.', {
      exchange: { from: 'agent', to: 'vault', method: 'GET', path: '/v1/plain/app/config', status: 404 },
    }),
    agent: agentLogs(
      'Invalid path for a versioned K/V secrets engine',
      'A warning, and the file rendered anew with nothing in it: to the Agent an answer with a warning is an answer.',
    ),
    vault: vaultSilent('Nothing.', 'error'),
    audit: audited('plain/app/config', '', 'The reads.'),
    kubernetes: notReviewed('Nothing: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: false,
    says: 'There is no way back to version 1. The policy must allow the path with `data/`; then an Agent that starts anew finds it by itself.',
    remedy: NEW_POD,
    within: 120_000,
    proof: [RUNS_AGAIN],
  },
  trial: { app: 'plain.yaml', lasts: 330_000 },
  begin: (run) => {
    const mounts = [...new Set(secretsRead(run, '1').map(({ mount }) => mount))];
    const policies = policiesInUse(run).filter(({ policy }) => mounts.some((mount) => policy.includes(`"${mount}`)));
    return {
      commands: mounts.map((mount) => toVault(run, 'POST', `sys/mounts/${mount}tune`, { options: { version: '2' } })),
      remember: { mounts, policies } satisfies Kept,
    };
  },
  end: (run, remembered) => {
    const { mounts, policies } = remembered as Kept;
    return policies.map(({ name, policy }) =>
      writePolicy(
        run,
        name,
        mounts.reduce((text, mount) => text.replaceAll(`"${mount}`, `"${mount}data/`), policy),
      ),
    );
  },
};
