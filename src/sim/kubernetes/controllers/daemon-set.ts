import { type KubeObject, nameOf, part, sameJson } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import { templateOf } from '../kinds/workload.ts';
import { podSpecOf } from '../pod/types.ts';
import type { Controller, Plan, View, Work } from './controller.ts';
import { children, controlledBy, isActive, isDeleting, isReady, ownerKeys } from './owned.ts';
import { templateHash } from './template-hash.ts';

const REVISION_LABEL = 'controller-revision-hash';

const created = (set: KubeObject, node: string, revision: string): Work => {
  const template = templateOf(set);
  return {
    resource: 'pods',
    call: {
      method: 'POST',
      path: collection('', 'pods', set.metadata.namespace),
      body: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          generateName: `${nameOf(set)}-`,
          labels: { ...template.metadata.labels, [REVISION_LABEL]: revision },
          annotations: template.metadata.annotations,
          ownerReferences: [controlledBy(set, 'DaemonSet', 'apps/v1')],
        },
        // The real controller leaves the choice to the scheduler by a node affinity; the outcome is the same.
        spec: { ...part(template, 'spec'), nodeName: node },
      },
    },
    onSuccess: { type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: {name}' },
    onFailure: { type: 'Warning', reason: 'FailedCreate', message: 'Error creating: {message}' },
  };
};

const deleted = (pod: KubeObject): Work => ({
  resource: 'pods',
  call: { method: 'DELETE', path: `${collection('', 'pods', pod.metadata.namespace)}/${nameOf(pod)}` },
  onSuccess: { type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted pod: ${nameOf(pod)}` },
});

const suits = (set: KubeObject, node: KubeObject): boolean =>
  Object.entries(podSpecOf(templateOf(set)).nodeSelector ?? {}).every(
    ([key, value]) => node.metadata.labels?.[key] === value,
  );

const reconcile = (set: KubeObject, view: View): Plan => {
  if (isDeleting(set)) return { work: [] };
  const revision = templateHash(templateOf(set));
  const pods = children(view, 'pods', set);
  const active = pods.filter(isActive);
  const nodes = view
    .list('nodes', '')
    .filter((n) => suits(set, n))
    .map(nameOf);
  const work: Work[] = nodes
    .filter((node) => !pods.some((p) => podSpecOf(p).nodeName === node))
    .map((node) => created(set, node, revision));
  const outdated = active.find((p) => p.metadata.labels?.[REVISION_LABEL] !== revision);
  if (work.length === 0 && outdated && part(part(set, 'spec'), 'updateStrategy').type === 'RollingUpdate')
    work.push(deleted(outdated));
  const ready = active.filter(isReady).length;
  const updated = active.filter((p) => p.metadata.labels?.[REVISION_LABEL] === revision).length;
  const status = {
    currentNumberScheduled: active.length,
    numberMisscheduled: 0,
    desiredNumberScheduled: nodes.length,
    numberReady: ready,
    observedGeneration: set.metadata.generation,
    ...(updated > 0 && { updatedNumberScheduled: updated }),
    ...(ready > 0 && { numberAvailable: ready }),
    ...(nodes.length > ready && { numberUnavailable: nodes.length - ready }),
  };
  const empty = { updatedNumberScheduled: null, numberAvailable: null, numberUnavailable: null };
  const path = `${collection('apps', 'daemonsets', set.metadata.namespace)}/${nameOf(set)}/status`;
  const mark: Work[] = sameJson(part(set, 'status'), status)
    ? []
    : [
        {
          resource: 'daemonsets',
          call: { method: 'PATCH', path, contentType: MERGE_PATCH, body: { status: { ...empty, ...status } } },
        },
      ];
  return { work: [...work, ...mark] };
};

/** Keeps one Pod on every node (kubernetes: pkg/controller/daemon). */
export const daemonSetController: Controller = {
  name: 'daemonset-controller',
  resource: 'daemonsets',
  kind: 'DaemonSet',
  apiVersion: 'apps/v1',
  concerns: (seen, view) => {
    if (seen.informer === 'nodes')
      return view.list('daemonsets', '').map((d) => `${d.metadata.namespace}/${nameOf(d)}`);
    return seen.informer === 'daemonsets' || seen.informer === 'pods' ? ownerKeys(seen, 'daemonsets', 'DaemonSet') : [];
  },
  reconcile,
};
