import { type Fault, FaultError } from '../fault.ts';
import { agentLogs, answered, audited, notReviewed, pods, READ, READS_AGAIN, vaultSilent } from '../sight.ts';
import { type KeptPolicy, policiesInUse, writePolicy } from './policies.ts';

export const policyPath: Fault = {
  id: 'vault.policy.wrong-path',
  group: 'vault',
  title: 'The policy names the wrong path',
  about:
    'The policy loses the `data/` of KV version 2, as if written after the paths that `vault kv` shows. Logins succeed; reads do not. It holds at once for tokens that exist.',
  observed: {
    client: answered(READ, 403, 'The read is refused.', 'permission denied'),
    agent: agentLogs(
      'GET http://vault.vault.svc:8200/v1/kv/data/app/config',
      "The poll's failure has the path that was asked.",
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', 'permission denied', 'The read with its error.'),
    kubernetes: notReviewed('Nothing: nobody logs in.'),
    kubectl: pods('2/2', 'Running', 'All is green until the retries are used up.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry succeeds, without a line, if the retries are not used up.',
    within: 120_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 240_000 },
  begin: (run) => {
    const policies = policiesInUse(run).filter(({ policy }) => policy.includes('/data/'));
    if (policies.length === 0) throw new FaultError('no policy in use names a path with `data/`', 'Write one first.');
    return {
      commands: policies.map(({ name, policy }) => writePolicy(run, name, policy.replaceAll('/data/', '/'))),
      remember: policies,
    };
  },
  end: (run, policies) => (policies as readonly KeptPolicy[]).map(({ name, policy }) => writePolicy(run, name, policy)),
};
