import type { Command } from '../../kernel/index.ts';
import { nameOf } from '../../kubernetes/api/object.ts';
import { objectsOf } from '../cluster-site.ts';
import type { Fault } from '../fault.ts';
import { MERGE_PATCH, toKubernetes } from '../requests.ts';
import { agentLogs, answered, audited, LOGIN, pods, READS_AGAIN, sees, vaultSilent } from '../sight.ts';

interface Rule {
  readonly resources?: readonly string[];
}

const rulesOf = (rules: readonly Rule[]): Command =>
  toKubernetes('PATCH', '/apis/rbac.authorization.k8s.io/v1/clusterroles/system:node', { rules }, MERGE_PATCH);

export const tokenRotationStopped: Fault = {
  id: 'kubernetes.kubelet.rotation-stopped',
  group: 'kubernetes',
  title: 'The kubelet can no longer rotate tokens',
  about:
    'The nodes may no longer create tokens. The kubelet keeps each token it has and asks again, until the token has expired: a token made for Vault, with ten minutes to live, does so soon; an ordinary one has a year.',
  observed: {
    client: answered(LOGIN, 403, 'The next login is refused.', 'invalid expiration time (exp) claim: token is expired'),
    agent: agentLogs(
      'invalid expiration time (exp) claim: token is expired',
      'Renewals go on; the login at the maximum TTL fails.',
    ),
    vault: vaultSilent('Nothing: what the client hears is not logged again.', 'unauthorized'),
    audit: audited('auth/kubernetes/login', 'token is expired', 'The same error.'),
    kubernetes: sees("The kubelet's TokenRequests are refused; its log has why.", {
      log: { of: 'kubelet', contains: 'cannot create resource' },
    }),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: "The kubelet has a new token within a minute, and the Agent's next attempt reads it.",
    within: 420_000,
    proof: [READS_AGAIN],
  },
  trial: { app: 'projected.yaml', lasts: 900_000 },
  begin: (run) => {
    const role = objectsOf(run, 'clusterroles').find((r) => nameOf(r) === 'system:node');
    const rules = (role?.rules ?? []) as readonly Rule[];
    return {
      commands: [rulesOf(rules.filter(({ resources }) => !resources?.includes('serviceaccounts/token')))],
      remember: rules,
    };
  },
  end: (_, rules) => [rulesOf(rules as readonly Rule[])],
};
