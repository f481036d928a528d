import { part } from '../api/object.ts';
import type { Admission } from './admission.ts';

/** Keeps Pods off a node that has not been seen ready. */
export const NOT_READY = 'node.kubernetes.io/not-ready';

/** A new Node starts as not ready (kubernetes: plugin/pkg/admission/nodetaint). In place. */
export const nodeTaint = ({ kind, operation, subresource, object }: Admission): void => {
  if (kind.kind !== 'Node' || operation !== 'CREATE' || subresource !== '' || !object) return;
  const spec = part(object, 'spec');
  const taints = (spec.taints ?? []) as { readonly key: string; readonly effect: string }[];
  if (taints.some((t) => t.key === NOT_READY && t.effect === 'NoSchedule')) return;
  object.spec = { ...spec, taints: [...taints, { key: NOT_READY, effect: 'NoSchedule' }] };
};
