import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import {
  agentLogs,
  audited,
  LOGIN,
  NEW_POD,
  pods,
  READ,
  READS_AGAIN,
  RUNS_AGAIN,
  reviewed,
  sees,
  vaultSilent,
} from '../sight.ts';
import { type KeptPolicy, policiesInUse, writePolicy } from './policies.ts';

export const policyDeleted: Fault = {
  id: 'vault.policy.deleted',
  group: 'vault',
  title: 'The policy is deleted',
  about:
    "The policy of the workload's role is gone. Roles and tokens name it as before, which grants nothing and is no error.",
  observed: {
    client: sees(
      'The login succeeds; the read does not.',
      { exchange: { from: 'agent', to: 'vault', ...LOGIN, status: 200 } },
      { exchange: { from: 'agent', to: 'vault', ...READ, status: 403, contains: 'permission denied' } },
    ),
    agent: agentLogs(
      'failed to check if kv/data/app/config is KVv2',
      "A warning that the engine's version cannot be seen, then the read's refusal.",
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', 'permission denied', 'The read with its error.'),
    kubernetes: reviewed(201, 'The TokenReview, as always.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container; after five minutes it begins to crash.'),
  },
  recovery: {
    itself: true,
    says: 'The next retry succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 60_000 },
  begin: (run) => {
    const policies = policiesInUse(run);
    return {
      commands: policies.map(({ name }) => toVault(run, 'DELETE', `sys/policies/acl/${name}`)),
      remember: policies,
    };
  },
  end: (run, policies) => (policies as readonly KeptPolicy[]).map(({ name, policy }) => writePolicy(run, name, policy)),
};
