/** An object as it is stored: without `apiVersion` and `kind`, which its place in the store implies. */
export interface KubeObject {
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** `metadata` of an object, as far as the model looks at it. */
export interface ObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
}

/** Who an object belongs to. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Name of an object, `''` while it has none. */
export const nameOf = (object: KubeObject): string => object.metadata.name ?? '';
/** Namespace of an object, `''` for cluster-wide ones. */
export const namespaceOf = (object: KubeObject): string => object.metadata.namespace ?? '';

/** A field that holds an object, `{}` where it is absent. */
export const part = (object: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> => {
  const value = object[field];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
};

/** Deep equality of JSON values; the order of keys does not matter. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((k) => k in y && sameJson(x[k], y[k]));
};
