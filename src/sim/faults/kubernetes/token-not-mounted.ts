import type { Command } from '../../kernel/index.ts';
import { nameOf, namespaceOf } from '../../kubernetes/api/object.ts';
import { objectsOf, pathOf, someWorkloads } from '../cluster-site.ts';
import { type Fault, FaultError } from '../fault.ts';
import { MERGE_PATCH, toKubernetes } from '../requests.ts';
import { NEW_POD, noNewAgent, notAudited, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';

const automount = (path: string, automountServiceAccountToken: unknown): Command =>
  toKubernetes('PATCH', path, { automountServiceAccountToken }, MERGE_PATCH);

export const tokenNotMounted: Fault = {
  id: 'kubernetes.token.not-mounted',
  group: 'kubernetes',
  title: "The ServiceAccount's token is not mounted",
  about:
    'The ServiceAccount says `automountServiceAccountToken: false`. New Pods get no token, so that the injector has nothing to give its Agents, and refuses them.',
  observed: {
    client: sees('Nobody asks: there is no Pod.', {
      exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/auth/kubernetes/login', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: sees('The webhook answers that the Pod is not allowed.', {
      event: {
        about: 'replicaset app/web-*',
        reason: 'FailedCreate',
        contains: 'failed to find service account volume mount',
      },
    }),
    kubectl: sees(
      "No Pod; the ReplicaSet's events say why.",
      { that: 'deployment app/web is 0/1' },
      { command: { run: 'kubectl get events -n app', contains: 'error creating new agent sidecar' } },
    ),
  },
  recovery: {
    itself: true,
    says: 'The ReplicaSet tries again by itself, with growing pauses.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  begin: (run) => {
    const wanted = someWorkloads(run);
    const accounts = objectsOf(run, 'serviceaccounts').filter((account) =>
      wanted.some((w) => w.namespace === namespaceOf(account) && w.serviceAccount === nameOf(account)),
    );
    if (accounts.length === 0) throw new FaultError("the workload's ServiceAccount is not there", 'Create it first.');
    return {
      commands: accounts.map((account) => automount(pathOf('serviceaccounts', account), false)),
      remember: accounts.map((account) => ({
        path: pathOf('serviceaccounts', account),
        before: account.automountServiceAccountToken ?? null,
      })),
    };
  },
  end: (_, accounts) =>
    (accounts as readonly { readonly path: string; readonly before: unknown }[]).map(({ path, before }) =>
      automount(path, before),
    ),
};
