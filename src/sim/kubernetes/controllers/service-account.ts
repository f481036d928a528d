import { nameOf } from '../api/object.ts';
import { collection } from '../client/client.ts';
import type { Controller } from './controller.ts';
import { isDeleting } from './owned.ts';

/** Gives every namespace its ServiceAccount `default` (kubernetes: pkg/controller/serviceaccount). */
export const serviceAccountController: Controller = {
  name: 'service-account-controller',
  resource: 'namespaces',
  kind: 'Namespace',
  apiVersion: 'v1',
  concerns: (seen) => {
    if (seen.informer === 'namespaces') return [seen.key];
    const lost =
      seen.informer === 'serviceaccounts' && seen.object === null && seen.before?.metadata.name === 'default';
    return lost ? [`/${seen.before?.metadata.namespace}`] : [];
  },
  reconcile: (namespace, view) => {
    const name = nameOf(namespace);
    if (isDeleting(namespace) || view.get('serviceaccounts', `${name}/default`)) return { work: [] };
    const body = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
    return {
      work: [
        { resource: 'serviceaccounts', call: { method: 'POST', path: collection('', 'serviceaccounts', name), body } },
      ],
    };
  },
};
