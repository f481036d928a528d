import { type KubeObject, nameOf, part, sameJson } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import { templateOf } from '../kinds/workload.ts';
import type { Controller, Plan, View, Work } from './controller.ts';
import { deploymentConditions, type Progress, timeLeft } from './deployment-conditions.ts';
import { children, controlledBy, isDeleting, ownerKeys } from './owned.ts';
import { templateHash } from './template-hash.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const HASH_LABEL = 'pod-template-hash';

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const wantedOf = (object: KubeObject): number => Number(part(object, 'spec').replicas ?? 1);
const statusOf = (set: KubeObject, field: string): number => number(part(set, 'status')[field]);

/** A share of the replicas: `25%` or a number; surge is rounded up, unavailability down. */
const share = (value: unknown, of: number, up: boolean): number => {
  const text = String(value ?? '25%');
  if (!text.endsWith('%')) return Number(text);
  const exact = (Number(text.slice(0, -1)) * of) / 100;
  return up ? Math.ceil(exact) : Math.floor(exact);
};

const bare = (set: KubeObject): object => {
  const template = templateOf(set);
  const { [HASH_LABEL]: _, ...labels } = template.metadata.labels ?? {};
  return { spec: template.spec, labels, annotations: template.metadata.annotations ?? {} };
};

const pathOf = (plural: string, object: KubeObject): string =>
  `${collection('apps', plural, object.metadata.namespace)}/${nameOf(object)}`;

const newSet = (deployment: KubeObject, replicas: number, revision: number): Work => {
  const template = templateOf(deployment);
  const hash = templateHash(template);
  const name = `${nameOf(deployment)}-${hash}`;
  const selector = part(part(deployment, 'spec'), 'selector');
  const labels = { ...template.metadata.labels, [HASH_LABEL]: hash };
  return {
    resource: 'replicasets',
    call: {
      method: 'POST',
      path: collection('apps', 'replicasets', deployment.metadata.namespace),
      body: {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name,
          labels,
          annotations: {
            'deployment.kubernetes.io/desired-replicas': `${wantedOf(deployment)}`,
            [REVISION]: `${revision}`,
          },
          ownerReferences: [controlledBy(deployment, 'Deployment', 'apps/v1')],
        },
        spec: {
          replicas,
          selector: { ...selector, matchLabels: { ...part(selector, 'matchLabels'), [HASH_LABEL]: hash } },
          template: { ...template, metadata: { ...template.metadata, labels } },
        },
      },
    },
    onSuccess: {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled up replica set ${name} from 0 to ${replicas}`,
    },
  };
};

const scaled = (set: KubeObject, replicas: number): Work => {
  const from = wantedOf(set);
  return {
    resource: 'replicasets',
    call: { method: 'PATCH', path: pathOf('replicasets', set), contentType: MERGE_PATCH, body: { spec: { replicas } } },
    onSuccess: {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled ${replicas > from ? 'up' : 'down'} replica set ${nameOf(set)} from ${from} to ${replicas}`,
    },
  };
};

/** One step of a rollout: more new Pods as far as surge allows, fewer old ones as far as availability allows. */
const rolling = (deployment: KubeObject, current: KubeObject, old: readonly KubeObject[]): Work[] => {
  const wanted = wantedOf(deployment);
  const strategy = part(part(part(deployment, 'spec'), 'strategy'), 'rollingUpdate');
  const surge = share(strategy.maxSurge, wanted, true);
  const unavailable = Math.min(wanted, share(strategy.maxUnavailable, wanted, false) || (surge === 0 ? 1 : 0));
  const total = [current, ...old].reduce((n, s) => n + wantedOf(s), 0);
  const mine = wantedOf(current);
  if (mine > wanted) return [scaled(current, wanted)];
  const room = Math.min(wanted - mine, wanted + surge - total);
  if (room > 0) return [scaled(current, mine + room)];
  const available = [current, ...old].reduce((n, s) => n + statusOf(s, 'availableReplicas'), 0);
  let spare = available - (wanted - unavailable);
  const work: Work[] = [];
  for (const set of old) {
    const has = wantedOf(set);
    if (has === 0) continue;
    // Pods that never became available cost nothing when they go.
    const unhealthy = Math.max(0, has - statusOf(set, 'availableReplicas'));
    const cut = Math.min(has, unhealthy + Math.max(0, spare));
    spare -= Math.max(0, cut - unhealthy);
    if (cut > 0) work.push(scaled(set, has - cut));
  }
  return work;
};

const recreating = (deployment: KubeObject, current: KubeObject, old: readonly KubeObject[]): Work[] => {
  const living = old.filter((s) => wantedOf(s) > 0);
  if (living.length > 0) return living.map((s) => scaled(s, 0));
  if (old.some((s) => statusOf(s, 'replicas') > 0) || wantedOf(current) === wantedOf(deployment)) return [];
  return [scaled(current, wantedOf(deployment))];
};

const progressOf = (deployment: KubeObject, current: KubeObject | undefined, sets: readonly KubeObject[]): Progress => {
  const wanted = wantedOf(deployment);
  const strategy = part(part(part(deployment, 'spec'), 'strategy'), 'rollingUpdate');
  return {
    current,
    wanted,
    available: sets.reduce((n, s) => n + statusOf(s, 'availableReplicas'), 0),
    tolerated: share(strategy.maxUnavailable, wanted, false),
    updated: current ? statusOf(current, 'replicas') : 0,
  };
};

const statusWork = (deployment: KubeObject, progress: Progress, sets: readonly KubeObject[], view: View): Work[] => {
  const sum = (field: string): number => sets.reduce((n, s) => n + statusOf(s, field), 0);
  const [replicas, ready] = [sum('replicas'), sum('readyReplicas')];
  const { available, updated } = progress;
  const unavailable = Math.max(0, Math.max(replicas, progress.wanted) - available);
  const status = {
    observedGeneration: deployment.metadata.generation,
    ...(replicas > 0 && { replicas }),
    ...(updated > 0 && { updatedReplicas: updated }),
    ...(ready > 0 && { readyReplicas: ready }),
    ...(available > 0 && { availableReplicas: available }),
    ...(unavailable > 0 && { unavailableReplicas: unavailable }),
    conditions: deploymentConditions(deployment, progress, view.wall),
  };
  if (sameJson(part(deployment, 'status'), status)) return [];
  const empty = {
    replicas: null,
    updatedReplicas: null,
    readyReplicas: null,
    availableReplicas: null,
    unavailableReplicas: null,
  };
  const body = { status: { ...empty, ...status } };
  return [
    {
      resource: 'deployments',
      call: { method: 'PATCH', path: `${pathOf('deployments', deployment)}/status`, contentType: MERGE_PATCH, body },
    },
  ];
};

/** Old sets beyond the history that is kept. */
const forgotten = (deployment: KubeObject, old: readonly KubeObject[]): Work[] => {
  const limit = Number(part(deployment, 'spec').revisionHistoryLimit ?? 10);
  const idle = old.filter((s) => wantedOf(s) === 0 && statusOf(s, 'replicas') === 0);
  const byAge = [...idle].sort(
    (a, b) => Number(a.metadata.annotations?.[REVISION]) - Number(b.metadata.annotations?.[REVISION]),
  );
  return byAge
    .slice(0, Math.max(0, byAge.length - limit))
    .map((s) => ({ resource: 'replicasets', call: { method: 'DELETE', path: pathOf('replicasets', s) } }));
};

const reconcile = (deployment: KubeObject, view: View): Plan => {
  if (isDeleting(deployment)) return { work: [] };
  const sets = children(view, 'replicasets', deployment).filter((s) => !isDeleting(s));
  const wantedTemplate = bare(deployment);
  const current = sets.find((s) => sameJson(bare(s), wantedTemplate));
  const old = sets.filter((s) => s !== current);
  const revision = Math.max(0, ...sets.map((s) => Number(s.metadata.annotations?.[REVISION] ?? 0)));
  const paused = part(deployment, 'spec').paused === true;
  const recreate = part(part(deployment, 'spec'), 'strategy').type === 'Recreate';
  const progress = progressOf(deployment, current, sets);
  const status = statusWork(deployment, progress, sets, view);
  const left = timeLeft(deployment, progress, view.wall);
  const again = left !== null && left > 0 ? { again: left } : {};
  if (!current) {
    if (paused) return { work: status };
    const running = old.reduce((n, s) => n + wantedOf(s), 0);
    const wanted = wantedOf(deployment);
    const surge = share(part(part(part(deployment, 'spec'), 'strategy'), 'rollingUpdate').maxSurge, wanted, true);
    const first = recreate ? (running > 0 ? 0 : wanted) : Math.max(0, Math.min(wanted, wanted + surge - running));
    return { work: [newSet(deployment, first, revision + 1), ...status], ...again };
  }
  const steps = recreate ? recreating(deployment, current, old) : rolling(deployment, current, old);
  const own = Number(current.metadata.annotations?.[REVISION] ?? 0);
  // A template that returns (a rollback) takes the newest revision.
  const renumber: Work[] =
    own < revision
      ? [
          {
            resource: 'replicasets',
            call: {
              method: 'PATCH',
              path: pathOf('replicasets', current),
              contentType: MERGE_PATCH,
              body: { metadata: { annotations: { [REVISION]: `${revision + 1}` } } },
            },
          },
        ]
      : [];
  const marked = deployment.metadata.annotations?.[REVISION] ?? '';
  const mark: Work[] =
    marked === `${own}` || renumber.length > 0
      ? []
      : [
          {
            resource: 'deployments',
            call: {
              method: 'PATCH',
              path: pathOf('deployments', deployment),
              contentType: MERGE_PATCH,
              body: { metadata: { annotations: { [REVISION]: `${own}` } } },
            },
          },
        ];
  return { work: [...(paused ? [] : steps), ...renumber, ...mark, ...status, ...forgotten(deployment, old)], ...again };
};

/** Rolls a Deployment's template out through ReplicaSets (kubernetes: pkg/controller/deployment). */
export const deploymentController: Controller = {
  name: 'deployment-controller',
  resource: 'deployments',
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  concerns: (seen) =>
    seen.informer === 'deployments' || seen.informer === 'replicasets'
      ? ownerKeys(seen, 'deployments', 'Deployment')
      : [],
  reconcile,
};
