import type { FieldError } from '../api/field-errors.ts';
import { validateMeta, validateMetaUpdate } from '../api/meta-validation.ts';
import { type KubeObject, nameOf, sameJson } from '../api/object.ts';
import { alreadyExists, conflict, deleted, invalidError, notFoundError } from '../api/status.ts';
import { apiVersionOf, type Kind, kindName, resourceName } from '../kinds/kind.ts';
import { decode } from '../schema/decode.ts';
import { put, read, remove, stampNew } from '../store/store.ts';
import { deletionOf, endLife } from './deletion.ts';
import type { Pending } from './pending.ts';
import type { Surroundings } from './write.ts';

/** A copy of one's own for the kind's strategy to change: the original may stand in a checkpoint. */
const copy = (object: KubeObject): KubeObject => structuredClone(object);

/** An object with its fields in the order of the Go types, as the real server would write it. */
const inOrder = (object: KubeObject, kind: Kind): KubeObject =>
  decode(object, kind.kind).object as unknown as KubeObject;

/** An object as an answer: with kind and apiVersion in front. */
export const withType = (object: KubeObject, kind: Kind): object => ({
  kind: kind.kind,
  apiVersion: apiVersionOf(kind),
  ...object,
});

const refuse = (errors: readonly FieldError[], kind: Kind, name: string): void => {
  if (errors.length > 0) throw invalidError(kindName(kind), name, errors);
};

interface Committed extends Pending {
  readonly body: unknown;
}

/**
 * The registry's part of a write: `prepare` completes and validates the object, `store` writes it and makes the answer.
 * @throws StatusError
 */
export const commit = (s: Surroundings, pending: Pending, kind: Kind, step: 'prepare' | 'store'): Committed => {
  if (pending.operation === 'DELETE')
    return step === 'prepare' ? { ...pending, body: null } : commitDelete(s, pending, kind);
  if (!pending.object) return { ...pending, body: null };
  return pending.operation === 'CREATE'
    ? commitCreate(s, pending, pending.object, kind, step)
    : commitUpdate(s, pending, pending.object, kind, step);
};

const commitCreate = (
  s: Surroundings,
  pending: Pending,
  object: KubeObject,
  kind: Kind,
  step: 'prepare' | 'store',
): Committed => {
  if (step === 'prepare') {
    const fresh = copy(object);
    stampNew(fresh, s.wall, s.random);
    kind.prepareCreate?.(fresh);
    delete fresh.metadata.resourceVersion;
    refuse(
      [...validateMeta(fresh, kind.namespaced, kind.names), ...(kind.validate?.(fresh) ?? [])],
      kind,
      nameOf(fresh),
    );
    return { ...pending, object: inOrder(fresh, kind), body: null };
  }
  if (read(s.state.store, kind, object.metadata.namespace ?? '', nameOf(object)))
    throw alreadyExists(resourceName(kind), nameOf(object));
  const stored = pending.dryRun ? object : put(s.state.store, kind, object);
  return { ...pending, body: withType(stored, kind) };
};

const MODIFIED = 'the object has been modified; please apply your changes to the latest version and try again';

const commitUpdate = (
  s: Surroundings,
  pending: Pending,
  object: KubeObject,
  kind: Kind,
  step: 'prepare' | 'store',
): Committed => {
  const old = read(s.state.store, kind, pending.namespace, pending.name);
  if (!old) throw notFoundError(resourceName(kind), pending.name);
  const asked = object.metadata.resourceVersion;
  if (asked && asked !== old.metadata.resourceVersion) throw conflict(resourceName(kind), pending.name, MODIFIED);
  if (step === 'prepare') {
    const next = copy(object);
    const { uid, creationTimestamp, deletionTimestamp, deletionGracePeriodSeconds, generation } = old.metadata;
    if (next.metadata.uid !== undefined && next.metadata.uid !== uid)
      throw conflict(
        resourceName(kind),
        pending.name,
        `Precondition failed: UID in precondition: ${next.metadata.uid}, UID in object meta: ${uid}`,
      );
    next.metadata = {
      ...next.metadata,
      ...(uid !== undefined && { uid }),
      ...(creationTimestamp !== undefined && { creationTimestamp }),
      ...(deletionTimestamp !== undefined && { deletionTimestamp }),
      ...(deletionGracePeriodSeconds !== undefined && { deletionGracePeriodSeconds }),
      ...(generation !== undefined && { generation }),
    };
    if (pending.subresource === '') kind.prepareUpdate?.(next, old);
    const errors = [
      ...validateMetaUpdate(next, old),
      ...(pending.subresource === '' ? (kind.validateUpdate?.(next, old) ?? []) : []),
    ];
    refuse(errors, kind, nameOf(next));
    return { ...pending, object: inOrder(next, kind), old, body: null };
  }
  const next = {
    ...object,
    metadata: {
      ...object.metadata,
      ...(old.metadata.resourceVersion && { resourceVersion: old.metadata.resourceVersion }),
    },
  };
  if (sameJson(next, old) || pending.dryRun) return { ...pending, body: withType(next, kind) };
  if (endLife(next)) {
    remove(s.state.store, kind, next);
    return { ...pending, body: withType(next, kind) };
  }
  return { ...pending, body: withType(put(s.state.store, kind, next), kind) };
};

const commitDelete = (s: Surroundings, pending: Pending, kind: Kind): Committed => {
  const old = read(s.state.store, kind, pending.namespace, pending.name);
  if (!old) throw notFoundError(resourceName(kind), pending.name);
  const { object, gone } = deletionOf(s, old, pending, kind);
  if (!pending.dryRun) {
    if (gone) remove(s.state.store, kind, object);
    else if (!sameJson(object, old)) put(s.state.store, kind, object);
  }
  const now = pending.dryRun ? old : (read(s.state.store, kind, pending.namespace, pending.name) ?? object);
  const body =
    kind.returnsDeleted || !gone
      ? withType(gone ? object : now, kind)
      : deleted(resourceName(kind), pending.name, old.metadata.uid ?? '');
  return { ...pending, body };
};
