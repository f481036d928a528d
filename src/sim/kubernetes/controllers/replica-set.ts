import { byText } from '../../text/order.ts';
import { type KubeObject, nameOf, part, sameJson } from '../api/object.ts';
import { collection, MERGE_PATCH, STRATEGIC_PATCH } from '../client/client.ts';
import type { Seen } from '../client/informer.ts';
import { templateOf } from '../kinds/workload.ts';
import type { Controller, Plan, View, Work } from './controller.ts';
import { children, conditionsOf, controlledBy, isActive, isDeleting, isReady, ownerKeys } from './owned.ts';

/** Pods made in one go; the real controller starts slowly and doubles up to 500. */
const BURST = 32;

const FAILURE = 'ReplicaFailure';

const podFrom = (set: KubeObject, kind: string, apiVersion: string): object => {
  const template = templateOf(set);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: `${nameOf(set)}-`,
      labels: template.metadata.labels,
      annotations: template.metadata.annotations,
      ownerReferences: [controlledBy(set, kind, apiVersion)],
    },
    spec: template.spec,
  };
};

/** The condition of a set that may not make its Pods; the time is that of the first failure. */
const failure = (set: KubeObject): object => ({
  type: FAILURE,
  status: 'True',
  reason: 'FailedCreate',
  message: '{message}',
  lastTransitionTime: conditionsOf(set).find((c) => c.type === FAILURE)?.lastTransitionTime ?? '{time}',
});

const created = (set: KubeObject): Work => ({
  resource: 'pods',
  call: {
    method: 'POST',
    path: collection('', 'pods', set.metadata.namespace),
    body: podFrom(set, 'ReplicaSet', 'apps/v1'),
  },
  onSuccess: { type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: {name}' },
  onFailure: { type: 'Warning', reason: 'FailedCreate', message: 'Error creating: {message}' },
  failureCall: {
    method: 'PATCH',
    path: `${collection('apps', 'replicasets', set.metadata.namespace)}/${nameOf(set)}/status`,
    contentType: STRATEGIC_PATCH,
    body: { status: { conditions: [failure(set)] } },
  },
});

const deleted = (set: KubeObject, pod: KubeObject): Work => ({
  resource: 'pods',
  call: { method: 'DELETE', path: `${collection('', 'pods', set.metadata.namespace)}/${nameOf(pod)}` },
  onSuccess: { type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted pod: ${nameOf(pod)}` },
});

/** Pods to give up first: those that are not ready, then the youngest. */
const dispensable = (pods: readonly KubeObject[]): KubeObject[] =>
  [...pods].sort(
    (a, b) =>
      Number(isReady(a)) - Number(isReady(b)) ||
      byText(String(b.metadata.creationTimestamp), String(a.metadata.creationTimestamp)) ||
      byText(nameOf(a), nameOf(b)),
  );

const statusWork = (set: KubeObject, pods: readonly KubeObject[]): Work[] => {
  const ready = pods.filter(isReady).length;
  const status = {
    replicas: pods.length,
    ...(pods.length > 0 && { fullyLabeledReplicas: pods.length }),
    ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
    observedGeneration: set.metadata.generation,
  };
  const old = part(set, 'status');
  const { conditions: _, ...counted } = old;
  const complete = pods.length >= Number(part(set, 'spec').replicas ?? 1);
  const cleared = complete && conditionsOf(set).some((c) => c.type === FAILURE);
  if (sameJson(counted, status) && !cleared) return [];
  const body = {
    status: {
      ...(cleared && { conditions: null }),
      fullyLabeledReplicas: null,
      readyReplicas: null,
      availableReplicas: null,
      ...status,
    },
  };
  return [
    {
      resource: 'replicasets',
      call: {
        method: 'PATCH',
        path: `${collection('apps', 'replicasets', set.metadata.namespace)}/${nameOf(set)}/status`,
        contentType: MERGE_PATCH,
        body,
      },
    },
  ];
};

const reconcile = (set: KubeObject, view: View): Plan => {
  if (isDeleting(set)) return { work: [] };
  const pods = children(view, 'pods', set).filter(isActive);
  const wanted = Number(part(set, 'spec').replicas ?? 1);
  const missing = Math.min(BURST, wanted - pods.length);
  const changes =
    missing > 0
      ? Array.from({ length: missing }, () => created(set))
      : dispensable(pods)
          .slice(0, -missing)
          .map((pod) => deleted(set, pod));
  return { work: [...changes, ...statusWork(set, pods)] };
};

/** A change of the status alone is the controller's own doing. */
const isOwnStatus = ({ informer, object, before }: Seen): boolean =>
  informer === 'replicasets' &&
  object !== null &&
  before !== null &&
  object.metadata.generation === before.metadata.generation &&
  !isDeleting(object);

/** Keeps as many Pods as a ReplicaSet wants (kubernetes: pkg/controller/replicaset). */
export const replicaSetController: Controller = {
  name: 'replicaset-controller',
  resource: 'replicasets',
  kind: 'ReplicaSet',
  apiVersion: 'apps/v1',
  concerns: (seen) => {
    if (seen.informer !== 'replicasets' && seen.informer !== 'pods') return [];
    return isOwnStatus(seen) ? [] : ownerKeys(seen, 'replicasets', 'ReplicaSet');
  },
  reconcile,
};
