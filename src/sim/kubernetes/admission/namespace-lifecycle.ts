import { failure, forbiddenError, notFoundError, type StatusError } from '../api/status.ts';
import { readFrom } from '../store/store.ts';
import type { Admission } from './admission.ts';

/** Namespaces that may not be deleted. */
const PROTECTED = ['default', 'kube-system', 'kube-public'];

/** Nothing is made in a namespace that is missing or going (kubernetes: plugin/pkg/admission/namespace/lifecycle). */
export const namespaceLifecycle = (a: Admission): void => {
  const { kind, operation, namespace, name } = a;
  if (operation === 'DELETE') {
    if (kind.plural === 'namespaces' && PROTECTED.includes(name))
      throw forbiddenError({ group: '', name: 'namespaces' }, name, 'this namespace may not be deleted');
    return;
  }
  if (!kind.namespaced || operation !== 'CREATE') return;
  const found = readFrom(a.state.store, 'namespaces', '', namespace);
  if (!found) throw notFoundError({ group: '', name: 'namespaces' }, namespace);
  if (found.metadata.deletionTimestamp !== undefined) throw terminating(a);
};

const terminating = ({ kind, namespace, name }: Admission): StatusError => {
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
  const refused = forbiddenError({ group: kind.group, name: kind.plural }, name, why);
  return failure(403, 'Forbidden', refused.message, {
    ...refused.status.details,
    causes: [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${namespace} is being terminated`,
        field: 'metadata.namespace',
      },
    ],
  });
};
