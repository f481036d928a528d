import type { FieldError } from '../api/field-errors.ts';
import type { KubeObject } from '../api/object.ts';
import type { GroupName } from '../api/status.ts';

/** Everything the server knows of one kind of object. One file a kind; `index.ts` lists them. */
export interface Kind {
  readonly kind: string;
  readonly plural: string;
  readonly singular?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  /** API group, `''` for the core group. */
  readonly group: string;
  /** Left out: `v1`. */
  readonly version?: string;
  /** Served only while the cluster has its CustomResourceDefinition. */
  readonly custom?: boolean;
  readonly namespaced: boolean;
  /** Problems of a name, as sentences. */
  readonly names: (name: string) => string[];
  /** Fill in what was left out, in place. */
  readonly defaults?: (object: KubeObject) => void;
  /** Before an object is created: reset what clients may not set, in place. */
  readonly prepareCreate?: (object: KubeObject) => void;
  readonly validate?: (object: KubeObject) => FieldError[];
  /** Before an object is replaced: keep what this way may not change, count generations; in place. */
  readonly prepareUpdate?: (next: KubeObject, old: KubeObject) => void;
  readonly validateUpdate?: (next: KubeObject, old: KubeObject) => FieldError[];
  /** Whether a DELETE answers with the object (`ReturnDeletedObject` in the registry) or with a Status. */
  readonly returnsDeleted?: boolean;
  /** Seconds a deletion waits for the kubelet, `0`: gone at once. Kinds without graceful deletion leave it out. */
  readonly gracePeriod?: (object: KubeObject, asked: number | undefined) => number;
  /** Has the subresource `status`; writes to the object then leave the status alone. */
  readonly hasStatus?: boolean;
  /** Has the subresource `scale`. */
  readonly hasScale?: boolean;
  /** Fields a field selector may name besides `metadata.name` and `metadata.namespace`. */
  readonly selectable?: (object: KubeObject) => Readonly<Record<string, string>>;
}

/** Group and plural, for errors about objects. */
export const resourceName = (kind: Kind): GroupName => ({ group: kind.group, name: kind.plural });
/** Group and kind, for errors of validation. */
export const kindName = (kind: Kind): GroupName => ({ group: kind.group, name: kind.kind });
/** `v1`, `v1beta1`. */
export const versionOf = (kind: Kind): string => kind.version ?? 'v1';
/** `v1`, `apps/v1`. */
export const apiVersionOf = (kind: Kind): string =>
  kind.group === '' ? versionOf(kind) : `${kind.group}/${versionOf(kind)}`;

/** Count a generation when the spec changed, keep the status: what most update strategies do. */
export const keepStatusCountGeneration = (next: KubeObject, old: KubeObject, changed: boolean): void => {
  if (old.status !== undefined) next.status = old.status;
  next.metadata.generation = (old.metadata.generation ?? 0) + (changed ? 1 : 0);
};
