import { part } from '../../kubernetes/api/object.ts';
import { manifestOf, objectsOf, pathOf } from '../cluster-site.ts';
import { type Fault, FaultError } from '../fault.ts';
import { toKubernetes } from '../requests.ts';
import {
  agentLogs,
  answered,
  audited,
  kubectl,
  LOGIN,
  NEW_POD,
  READS_AGAIN,
  RUNS_AGAIN,
  reviewed,
  vaultLogs,
} from '../sight.ts';

const PLURAL = 'clusterrolebindings';

export const tokenReviewForbidden: Fault = {
  id: 'kubernetes.tokenreview.forbidden',
  group: 'kubernetes',
  title: 'The reviewer may not review tokens',
  about:
    "The ClusterRoleBindings to `system:auth-delegator` are deleted: Vault's ServiceAccount is known to the API server, but may not create TokenReviews.",
  observed: {
    client: answered(LOGIN, 403, 'A refusal that says nothing of the reviewer.', 'permission denied'),
    agent: agentLogs('* permission denied', 'The login fails; there is no word of the reviewer.'),
    vault: vaultLogs('cannot create resource', "At debug level only: the API server's refusal, word for word."),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: reviewed(403, 'The TokenReview is refused.', 'cannot create resource \\"tokenreviews\\"'),
    kubectl: kubectl(
      'auth can-i create tokenreviews --as=system:serviceaccount:vault:vault',
      'no',
      "The question about Vault's account has the answer; a new Pod waits in its init container.",
      1,
    ),
  },
  recovery: {
    itself: true,
    says: 'The next attempt after the binding is back succeeds.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  begin: (run) => {
    const bindings = objectsOf(run, PLURAL).filter(
      (binding) => part(binding, 'roleRef').name === 'system:auth-delegator',
    );
    if (bindings.length === 0)
      throw new FaultError('no binding to system:auth-delegator is left', 'Create it: see the lesson on TokenReview.');
    return {
      commands: bindings.map((binding) => toKubernetes('DELETE', pathOf(PLURAL, binding))),
      remember: bindings.map((binding) => manifestOf(PLURAL, binding)),
    };
  },
  end: (_, manifests) =>
    (manifests as readonly object[]).map((body) =>
      toKubernetes('POST', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', body),
    ),
};
