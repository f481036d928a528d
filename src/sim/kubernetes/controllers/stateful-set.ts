import { type KubeObject, nameOf, part, sameJson } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import { templateOf } from '../kinds/workload.ts';
import type { Controller, Plan, View, Work } from './controller.ts';
import { children, controlledBy, isDeleting, isReady, ownerKeys } from './owned.ts';
import { templateHash } from './template-hash.ts';

const REVISION_LABEL = 'controller-revision-hash';

const created = (set: KubeObject, ordinal: number, revision: string): Work => {
  const template = templateOf(set);
  const name = `${nameOf(set)}-${ordinal}`;
  const labels = {
    ...template.metadata.labels,
    'apps.kubernetes.io/pod-index': `${ordinal}`,
    [REVISION_LABEL]: revision,
    'statefulset.kubernetes.io/pod-name': name,
  };
  return {
    resource: 'pods',
    call: {
      method: 'POST',
      path: collection('', 'pods', set.metadata.namespace),
      body: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name,
          labels,
          annotations: template.metadata.annotations,
          ownerReferences: [controlledBy(set, 'StatefulSet', 'apps/v1')],
        },
        spec: { ...part(template, 'spec'), hostname: name, subdomain: part(set, 'spec').serviceName },
      },
    },
    onSuccess: {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `create Pod ${name} in StatefulSet ${nameOf(set)} successful`,
    },
    onFailure: {
      type: 'Warning',
      reason: 'FailedCreate',
      message: `create Pod ${name} in StatefulSet ${nameOf(set)} failed error: {message}`,
    },
  };
};

const deleted = (set: KubeObject, pod: KubeObject): Work => ({
  resource: 'pods',
  call: { method: 'DELETE', path: `${collection('', 'pods', set.metadata.namespace)}/${nameOf(pod)}` },
  onSuccess: {
    type: 'Normal',
    reason: 'SuccessfulDelete',
    message: `delete Pod ${nameOf(pod)} in StatefulSet ${nameOf(set)} successful`,
  },
});

/** The next step: one Pod at a time, in order, each ready before the next. */
const nextStep = (set: KubeObject, pods: readonly KubeObject[], revision: string): Work[] => {
  const wanted = Number(part(set, 'spec').replicas ?? 1);
  const byName = new Map(pods.map((p) => [nameOf(p), p]));
  const parallel = part(set, 'spec').podManagementPolicy === 'Parallel';
  const work: Work[] = [];
  for (let i = 0; i < wanted; i++) {
    const pod = byName.get(`${nameOf(set)}-${i}`);
    if (pod && !isDeleting(pod) && isReady(pod)) continue;
    if (!pod) work.push(created(set, i, revision));
    if (!parallel) return work;
  }
  if (work.length > 0) return work;
  const last = [...pods].reverse().filter((p) => !isDeleting(p));
  const surplus = last.find((p) => Number(nameOf(p).slice(nameOf(set).length + 1)) >= wanted);
  if (surplus) return [deleted(set, surplus)];
  const outdated = last.find((p) => p.metadata.labels?.[REVISION_LABEL] !== revision);
  return outdated && part(part(set, 'spec'), 'updateStrategy').type === 'RollingUpdate' ? [deleted(set, outdated)] : [];
};

const reconcile = (set: KubeObject, view: View): Plan => {
  if (isDeleting(set)) return { work: [] };
  const revision = `${nameOf(set)}-${templateHash(templateOf(set))}`;
  const ordinal = (pod: KubeObject): number => Number(nameOf(pod).slice(nameOf(set).length + 1));
  const pods = children(view, 'pods', set).sort((a, b) => ordinal(a) - ordinal(b));
  const ready = pods.filter(isReady).length;
  const current = pods.filter((p) => p.metadata.labels?.[REVISION_LABEL] === revision).length;
  const status = {
    observedGeneration: set.metadata.generation,
    replicas: pods.length,
    ...(ready > 0 && { readyReplicas: ready }),
    ...(current > 0 && { currentReplicas: current, updatedReplicas: current }),
    currentRevision: revision,
    updateRevision: revision,
    collisionCount: 0,
    availableReplicas: ready,
  };
  const empty = { readyReplicas: null, currentReplicas: null, updatedReplicas: null };
  const path = `${collection('apps', 'statefulsets', set.metadata.namespace)}/${nameOf(set)}/status`;
  const mark: Work[] = sameJson(part(set, 'status'), status)
    ? []
    : [
        {
          resource: 'statefulsets',
          call: { method: 'PATCH', path, contentType: MERGE_PATCH, body: { status: { ...empty, ...status } } },
        },
      ];
  return { work: [...nextStep(set, pods, revision), ...mark] };
};

/** Keeps numbered Pods, one after the other (kubernetes: pkg/controller/statefulset). */
export const statefulSetController: Controller = {
  name: 'statefulset-controller',
  resource: 'statefulsets',
  kind: 'StatefulSet',
  apiVersion: 'apps/v1',
  concerns: (seen) =>
    seen.informer === 'statefulsets' || seen.informer === 'pods' ? ownerKeys(seen, 'statefulsets', 'StatefulSet') : [],
  reconcile,
};
