import type { Command } from '../../kernel/index.ts';
import { nameOf } from '../../kubernetes/api/object.ts';
import { objectsOf, someWorkloads } from '../cluster-site.ts';
import type { Fault } from '../fault.ts';
import { MERGE_PATCH, toKubernetes } from '../requests.ts';
import { NEW_POD, noNewAgent, notAudited, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';

const LABEL = 'pod-security.kubernetes.io/enforce';

const enforce = (namespace: string, level: string | null): Command =>
  toKubernetes('PATCH', `/api/v1/namespaces/${namespace}`, { metadata: { labels: { [LABEL]: level } } }, MERGE_PATCH);

export const podSecurity: Fault = {
  id: 'kubernetes.pod-security.restricted',
  group: 'kubernetes',
  title: 'The namespace demands restricted Pods',
  about:
    "The workload's namespace is labelled `pod-security.kubernetes.io/enforce=restricted`. The Pod that the injector has rewritten must meet it too; nothing that runs is touched.",
  observed: {
    client: sees('Nobody asks: there is no Pod.', {
      exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/auth/kubernetes/login', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: sees('The Pod is injected, and then refused.', {
      event: {
        about: 'replicaset app/web-*',
        reason: 'FailedCreate',
        contains: 'violates PodSecurity "restricted:latest"',
      },
    }),
    kubectl: sees(
      "No Pod; the ReplicaSet's events say why.",
      { that: 'deployment app/web is 0/1' },
      { command: { run: 'kubectl get events -n app', contains: 'seccompProfile' } },
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
    const namespaces = [...new Set(someWorkloads(run).map(({ namespace }) => namespace))];
    const before = namespaces.map((name) => {
      const object = objectsOf(run, 'namespaces').find((n) => nameOf(n) === name);
      return { name, level: object?.metadata.labels?.[LABEL] ?? null };
    });
    return { commands: namespaces.map((name) => enforce(name, 'restricted')), remember: before };
  },
  end: (_, before) =>
    (before as readonly { readonly name: string; readonly level: string | null }[]).map(({ name, level }) =>
      enforce(name, level),
    ),
};
