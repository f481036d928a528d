import { nameOf, part } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import type { Controller } from './controller.ts';
import { isDeleting } from './owned.ts';

/** The ConfigMap from which every Pod gets the cluster's authority. */
export const ROOT_CA = 'kube-root-ca.crt';

/** Keeps the authority's certificate in every namespace (kubernetes: pkg/controller/certificates/rootcacertpublisher). */
export const rootCaPublisher: Controller = {
  name: 'root-ca-certificate-publisher',
  resource: 'namespaces',
  kind: 'Namespace',
  apiVersion: 'v1',
  concerns: (seen) => {
    if (seen.informer === 'namespaces') return [seen.key];
    return seen.informer === 'configmaps' ? [`/${(seen.object ?? seen.before)?.metadata.namespace}`] : [];
  },
  reconcile: (namespace, view) => {
    const name = nameOf(namespace);
    if (isDeleting(namespace)) return { work: [] };
    const data = { 'ca.crt': view.authority };
    const path = collection('', 'configmaps', name);
    const found = view.get('configmaps', `${name}/${ROOT_CA}`);
    if (!found)
      return {
        work: [
          {
            resource: 'configmaps',
            call: {
              method: 'POST',
              path,
              body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: ROOT_CA }, data },
            },
          },
        ],
      };
    if (part(found, 'data')['ca.crt'] === view.authority) return { work: [] };
    return {
      work: [
        {
          resource: 'configmaps',
          call: { method: 'PATCH', path: `${path}/${ROOT_CA}`, contentType: MERGE_PATCH, body: { data } },
        },
      ],
    };
  },
};
