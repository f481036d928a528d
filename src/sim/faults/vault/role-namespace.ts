import type { Fault } from '../fault.ts';
import {
  agentLogs,
  answered,
  audited,
  LOGIN,
  NEW_POD,
  notReviewed,
  pods,
  READS_AGAIN,
  RUNS_AGAIN,
  vaultSilent,
} from '../sight.ts';
import { roleChange } from './roles.ts';

export const roleNamespace: Fault = {
  id: 'vault.role.namespace',
  group: 'vault',
  title: 'The role is bound to another namespace',
  about: "The role's `bound_service_account_namespaces` no longer names the workload's namespace.",
  observed: {
    client: answered(LOGIN, 403, 'A refusal that names the cause.', 'namespace not authorized'),
    agent: agentLogs('* namespace not authorized', "The same, in the login's failure."),
    vault: vaultSilent('Nothing: what the client hears is not logged again.'),
    audit: audited('auth/kubernetes/login', 'namespace not authorized', 'The same error.'),
    kubernetes: notReviewed('No TokenReview: the namespace is checked first.'),
    kubectl: pods('0/2', 'Init:0/1', 'A new Pod waits in its init container.'),
  },
  recovery: {
    itself: true,
    says: 'The next login succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...roleChange({ bound_service_account_namespaces: ['elsewhere'] }),
};
