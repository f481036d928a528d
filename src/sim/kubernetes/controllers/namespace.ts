import { nameOf } from '../api/object.ts';
import { collection } from '../client/client.ts';
import { KINDS } from '../kinds/index.ts';
import type { Controller, Resource, View } from './controller.ts';
import { isDeleting } from './owned.ts';

/** Collections whose objects show whether a namespace still has content. */
const CONTENT: readonly Resource[] = [
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
  'serviceaccounts',
  'configmaps',
  'secrets',
];

const remaining = (view: View, namespace: string, unmarked: boolean): boolean =>
  CONTENT.some((resource) => view.list(resource, namespace).some((o) => !unmarked || !isDeleting(o)));

/** Empties a namespace that is being deleted, then lets it go (kubernetes: pkg/controller/namespace). */
export const namespaceController: Controller = {
  name: 'namespace-controller',
  resource: 'namespaces',
  kind: 'Namespace',
  apiVersion: 'v1',
  concerns: (seen) => {
    if (seen.informer === 'namespaces') return [seen.key];
    return seen.object === null && (CONTENT as readonly string[]).includes(seen.informer)
      ? [`/${seen.before?.metadata.namespace}`]
      : [];
  },
  reconcile: (namespace, view) => {
    if (!isDeleting(namespace)) return { work: [] };
    const name = nameOf(namespace);
    if (remaining(view, name, true)) {
      const plurals = KINDS.filter((k) => k.namespaced);
      return {
        work: plurals.map((k) => ({
          resource: 'namespaces',
          call: { method: 'DELETE', path: collection(k.group, k.plural, name) },
        })),
        again: 1000,
      };
    }
    if (remaining(view, name, false)) return { work: [] };
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: { finalizers: [] } };
    return {
      work: [{ resource: 'namespaces', call: { method: 'PUT', path: `/api/v1/namespaces/${name}/finalize`, body } }],
    };
  },
};
