import { nameOf, namespaceOf } from '../../kubernetes/api/object.ts';
import { collectionOf, manifestOf, objectsOf, pathOf, someWorkloads } from '../cluster-site.ts';
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

const PLURAL = 'serviceaccounts';

export const serviceAccountDeleted: Fault = {
  id: 'kubernetes.serviceaccount.deleted',
  group: 'kubernetes',
  title: "The workload's ServiceAccount is deleted",
  about:
    "The ServiceAccount is gone, and with it every token that was issued for it. Vault's own tokens live on and are renewed, so that nothing happens until an Agent must log in; a new Pod is not even made.",
  observed: {
    client: answered(LOGIN, 403, 'At the maximum TTL of its token the Agent is refused.', 'permission denied'),
    agent: agentLogs('* permission denied', 'Renewals go on; the login at the maximum TTL fails.'),
    vault: vaultLogs(
      'serviceaccounts \\"web\\" not found',
      'At debug level only: what the API server says of the token.',
    ),
    audit: audited('auth/kubernetes/login', 'permission denied', 'The login, with no more than the client hears.'),
    kubernetes: reviewed(
      201,
      'The TokenReview is answered: not authenticated, and why.',
      'serviceaccounts \\"web\\" not found',
    ),
    kubectl: kubectl(
      'get serviceaccount web -n app',
      'serviceaccounts "web" not found',
      'The account is not there; the Pod runs on.',
      1,
    ),
  },
  recovery: {
    itself: false,
    says: "The account that is created again is another one, with another uid: a Pod's token names the old one. A new Pod has a new token.",
    remedy: NEW_POD,
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { lasts: 840_000 },
  begin: (run) => {
    const wanted = someWorkloads(run);
    const accounts = objectsOf(run, PLURAL).filter((account) =>
      wanted.some((w) => w.namespace === namespaceOf(account) && w.serviceAccount === nameOf(account)),
    );
    if (accounts.length === 0) throw new FaultError("the workload's ServiceAccount is not there", 'Create it first.');
    return {
      commands: accounts.map((account) => toKubernetes('DELETE', pathOf(PLURAL, account))),
      remember: accounts.map((account) => ({
        path: collectionOf(PLURAL, account),
        body: manifestOf(PLURAL, account),
      })),
    };
  },
  end: (_, accounts) =>
    (accounts as readonly { readonly path: string; readonly body: object }[]).map(({ path, body }) =>
      toKubernetes('POST', path, body),
    ),
};
