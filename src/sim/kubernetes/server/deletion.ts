import { rfc3339 } from '../../kernel/index.ts';
import { type KubeObject, part } from '../api/object.ts';
import { conflict } from '../api/status.ts';
import { type Kind, resourceName } from '../kinds/kind.ts';
import type { Pending } from './pending.ts';
import type { Surroundings } from './write.ts';

/** Whether an object that is being deleted has nothing left to wait for. */
export const endLife = (object: KubeObject): boolean => {
  const { deletionTimestamp, finalizers, deletionGracePeriodSeconds } = object.metadata;
  if (deletionTimestamp === undefined || (finalizers ?? []).length > 0) return false;
  const spec = part(object, 'spec').finalizers;
  if (Array.isArray(spec) && spec.length > 0) return false;
  return (deletionGracePeriodSeconds ?? 0) === 0;
};

const EMPTYING =
  'The system is ensuring all content is removed from this namespace.  Upon completion, this namespace will automatically be purged by the system.';

/** Finalizers that a propagation policy adds; without a garbage collector they stay. */
const PROPAGATION: Readonly<Record<string, string>> = { Foreground: 'foregroundDeletion', Orphan: 'orphan' };

/**
 * What becomes of an object when it is deleted: gone at once, or marked and waiting for a grace period or finalizers.
 * @throws StatusError when a precondition does not hold
 */
export const deletionOf = (
  s: Surroundings,
  old: KubeObject,
  pending: Pending,
  kind: Kind,
): { object: KubeObject; gone: boolean } => {
  const { gracePeriodSeconds, propagationPolicy, orphanDependents, preconditions } = pending.options;
  const failed = (what: string, asked: string, has: string): never => {
    throw conflict(
      resourceName(kind),
      pending.name,
      `Precondition failed: ${what} in precondition: ${asked}, ${what} in object meta: ${has}`,
    );
  };
  const { uid = '', resourceVersion = '' } = old.metadata;
  if (preconditions?.uid && preconditions.uid !== uid) failed('UID', preconditions.uid, uid);
  if (preconditions?.resourceVersion && preconditions.resourceVersion !== resourceVersion)
    failed('ResourceVersion', preconditions.resourceVersion, resourceVersion);
  if (kind.plural === 'namespaces' && old.metadata.deletionTimestamp !== undefined)
    throw conflict(resourceName(kind), pending.name, EMPTYING);
  const policy = propagationPolicy ?? (orphanDependents === true ? 'Orphan' : 'Background');
  const added = PROPAGATION[policy];
  const finalizers = [...(old.metadata.finalizers ?? [])];
  if (added && !finalizers.includes(added)) finalizers.push(added);
  const grace = kind.gracePeriod?.(old, gracePeriodSeconds) ?? 0;
  const held =
    finalizers.length > 0 ||
    (Array.isArray(part(old, 'spec').finalizers) && (part(old, 'spec').finalizers as unknown[]).length > 0);
  const graceful = kind.gracePeriod !== undefined;
  if (!held && grace === 0 && !graceful) return { object: old, gone: true };
  const before = old.metadata.deletionGracePeriodSeconds;
  // A second deletion may only shorten what is left of the grace period.
  const period = before !== undefined && before < grace ? before : grace;
  const marked = old.metadata.deletionTimestamp !== undefined && before === period;
  const generation = old.metadata.generation;
  const object: KubeObject = marked
    ? { ...old, metadata: { ...old.metadata } }
    : {
        ...old,
        metadata: {
          ...old.metadata,
          ...(generation !== undefined && generation > 0 && { generation: generation + 1 }),
          deletionTimestamp: rfc3339(s.wall + period * 1000),
          ...(kind.plural !== 'namespaces' && { deletionGracePeriodSeconds: period }),
          ...(finalizers.length > 0 && { finalizers }),
        },
      };
  if (kind.plural === 'namespaces') object.status = { ...part(old, 'status'), phase: 'Terminating' };
  return { object, gone: !held && period === 0 };
};
