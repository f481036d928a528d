import { dnsLabel } from '../api/names.ts';
import { part } from '../api/object.ts';
import type { Kind } from './kind.ts';

/** Finalizer that the namespace controller takes away once the namespace is empty. */
const FINALIZER = 'kubernetes';

/** `v1` Namespace. */
export const namespaces: Kind = {
  kind: 'Namespace',
  plural: 'namespaces',
  singular: 'namespace',
  shortNames: ['ns'],
  group: '',
  namespaced: false,
  names: dnsLabel,
  defaults: (namespace) => {
    // Every namespace carries its own name as a label, so that selectors can name it.
    if (namespace.metadata.name)
      namespace.metadata.labels = {
        ...namespace.metadata.labels,
        'kubernetes.io/metadata.name': namespace.metadata.name,
      };
  },
  prepareCreate: (namespace) => {
    const finalizers = (part(namespace, 'spec').finalizers ?? []) as string[];
    namespace.spec = { finalizers: finalizers.includes(FINALIZER) ? finalizers : [...finalizers, FINALIZER] };
    namespace.status = { phase: 'Active' };
  },
  prepareUpdate: (next, old) => {
    next.spec = old.spec;
    next.status = old.status;
  },
  hasStatus: true,
  returnsDeleted: true,
  selectable: (namespace) => ({ 'status.phase': String(part(namespace, 'status').phase ?? '') }),
};
