import { type KubeObject, nameOf } from '../api/object.ts';
import { collection } from '../client/client.ts';
import type { Controller, Resource, View } from './controller.ts';
import { controllerOf, isDeleting } from './owned.ts';

/** Resource and group of the kinds that own others. */
const OWNERS: Readonly<Record<string, Resource>> = {
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  Job: 'jobs',
  CronJob: 'cronjobs',
};

const GROUPS: Readonly<Record<string, string>> = { pods: '', replicasets: 'apps', jobs: 'batch' };

const orphaned = (object: KubeObject, view: View): boolean => {
  const owner = controllerOf(object);
  const resource = owner && OWNERS[owner.kind];
  if (!owner || !resource) return false;
  const found = view.get(resource, `${object.metadata.namespace}/${owner.name}`);
  return (
    found?.metadata.uid !== owner.uid ||
    (isDeleting(found) && (found.metadata.finalizers ?? []).includes('foregroundDeletion'))
  );
};

const collector = (resource: 'pods' | 'replicasets' | 'jobs', kind: string, apiVersion: string): Controller => ({
  name: `garbage-collector-controller ${resource}`,
  resource,
  kind,
  apiVersion,
  concerns: (seen, view) => {
    if (seen.informer === resource) return seen.object ? [seen.key] : [];
    const owner = seen.object ?? seen.before;
    const going = seen.object === null || isDeleting(seen.object);
    if (!owner || !going || !Object.values(OWNERS).includes(seen.informer as Resource)) return [];
    return view
      .list(resource, owner.metadata.namespace ?? '')
      .filter((o) => controllerOf(o)?.uid === owner.metadata.uid)
      .map((o) => `${o.metadata.namespace}/${nameOf(o)}`);
  },
  reconcile: (object, view) => {
    if (isDeleting(object) || !orphaned(object, view)) return { work: [] };
    const path = `${collection(GROUPS[resource] ?? '', resource, object.metadata.namespace)}/${nameOf(object)}`;
    const uid = object.metadata.uid ?? '';
    return {
      work: [
        {
          resource,
          call: {
            method: 'DELETE',
            path,
            body: { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid }, propagationPolicy: 'Background' },
          },
        },
      ],
    };
  },
});

/** Deletes what nobody owns any more (kubernetes: pkg/controller/garbagecollector). */
export const garbageCollectors: readonly Controller[] = [
  collector('pods', 'Pod', 'v1'),
  collector('replicasets', 'ReplicaSet', 'apps/v1'),
  collector('jobs', 'Job', 'batch/v1'),
];

/** Waits until the dependents of an object that is deleted in the foreground are gone. */
const release = (resource: Resource, group: string, kind: string, dependents: Resource): Controller => ({
  name: `garbage-collector-controller ${resource} foreground`,
  resource,
  kind,
  apiVersion: `${group}/v1`,
  concerns: (seen) => {
    if (seen.informer === resource) return [seen.key];
    const owner = seen.object === null && seen.before ? controllerOf(seen.before) : undefined;
    return seen.informer === dependents && owner?.kind === kind
      ? [`${seen.before?.metadata.namespace}/${owner.name}`]
      : [];
  },
  reconcile: (object, view) => {
    const finalizers = object.metadata.finalizers ?? [];
    if (!isDeleting(object)) return { work: [] };
    const held = finalizers.includes('foregroundDeletion');
    const left = view
      .list(dependents, object.metadata.namespace ?? '')
      .some((o) => controllerOf(o)?.uid === object.metadata.uid);
    if (!held || left) return { work: [] };
    const path = `${collection(group, resource, object.metadata.namespace)}/${nameOf(object)}`;
    const body = { metadata: { finalizers: finalizers.filter((f) => f !== 'foregroundDeletion') } };
    return { work: [{ resource, call: { method: 'PATCH', path, contentType: 'application/merge-patch+json', body } }] };
  },
});

/** For every kind with dependents: the owner goes last. */
export const foregroundDeletion: readonly Controller[] = [
  release('deployments', 'apps', 'Deployment', 'replicasets'),
  release('replicasets', 'apps', 'ReplicaSet', 'pods'),
  release('statefulsets', 'apps', 'StatefulSet', 'pods'),
  release('daemonsets', 'apps', 'DaemonSet', 'pods'),
  release('jobs', 'batch', 'Job', 'pods'),
  release('cronjobs', 'batch', 'CronJob', 'jobs'),
];
