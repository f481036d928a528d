import { type KubeObject, type OwnerReference, part } from '../api/object.ts';
import type { Seen } from '../client/informer.ts';
import type { Resource, View } from './controller.ts';

/** The reference that says who controls an object. */
export const controllerOf = (object: KubeObject): OwnerReference | undefined =>
  object.metadata.ownerReferences?.find((o) => o.controller === true);

/** Whether one object is controlled by another. */
export const ownedBy = (object: KubeObject, owner: KubeObject): boolean =>
  controllerOf(object)?.uid === owner.metadata.uid;

/** Objects of a resource that this one controls. */
export const children = (view: View, resource: Resource, owner: KubeObject): KubeObject[] =>
  view.list(resource, owner.metadata.namespace ?? '').filter((o) => ownedBy(o, owner));

/** Reference to a controller, for what it makes. */
export const controlledBy = (owner: KubeObject, kind: string, apiVersion: string): OwnerReference => ({
  apiVersion,
  kind,
  name: owner.metadata.name ?? '',
  uid: owner.metadata.uid ?? '',
  controller: true,
  blockOwnerDeletion: true,
});

/** Keys of owners of one kind that a change of an object or of its child concerns. */
export const ownerKeys = (seen: Seen, own: Resource, kind: string): string[] => {
  if (seen.informer === own) return [seen.key];
  const object = seen.object ?? seen.before;
  const owner = object && controllerOf(object);
  return owner?.kind === kind ? [`${object?.metadata.namespace ?? ''}/${owner.name}`] : [];
};

/** Whether an object is on its way out. */
export const isDeleting = (object: KubeObject): boolean => object.metadata.deletionTimestamp !== undefined;

/** A Pod that runs or may yet run. */
export const isActive = (pod: KubeObject): boolean =>
  !isDeleting(pod) && !['Succeeded', 'Failed'].includes(String(part(pod, 'status').phase));

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

/** Conditions of an object's status. */
export const conditionsOf = (object: KubeObject): readonly Condition[] =>
  (part(object, 'status').conditions ?? []) as Condition[];

/** Whether a Pod can serve. */
export const isReady = (pod: KubeObject): boolean =>
  conditionsOf(pod).some((c) => c.type === 'Ready' && c.status === 'True');
