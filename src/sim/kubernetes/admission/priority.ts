import { forbiddenError } from '../api/status.ts';
import { podSpecOf } from '../pod/types.ts';
import type { Admission } from './admission.ts';

/** Classes that exist in every cluster. */
const SYSTEM_CLASSES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** Give a Pod its priority as a number (kubernetes: plugin/pkg/admission/priority). In place. */
export const priority = ({ kind, operation, subresource, name, object }: Admission): void => {
  if (kind.kind !== 'Pod' || operation !== 'CREATE' || subresource !== '' || !object) return;
  const spec = podSpecOf(object);
  const wanted = spec.priorityClassName ?? '';
  const value = wanted === '' ? 0 : SYSTEM_CLASSES[wanted];
  if (value === undefined)
    throw forbiddenError({ group: '', name: 'pods' }, name, `no PriorityClass with name ${wanted} was found`);
  spec.priority = value;
  spec.preemptionPolicy ??= 'PreemptLowerPriority';
};
