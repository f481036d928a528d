import type { KubeObject } from '../../kubernetes/api/object.ts';
import { nameOf, namespaceOf } from '../../kubernetes/api/object.ts';

/** API group of the operator's resources; the version is `v1beta1`. */
export const GROUP = 'secrets.hashicorp.com';
/** `apiVersion` of the operator's resources. */
export const API_VERSION = `${GROUP}/v1beta1`;

/** The resources that the operator acts on, by their plural. */
export const KINDS = {
  vaultconnections: 'VaultConnection',
  vaultauths: 'VaultAuth',
  vaultstaticsecrets: 'VaultStaticSecret',
  vaultdynamicsecrets: 'VaultDynamicSecret',
} as const;
export type Plural = keyof typeof KINDS;

/** Path of a collection, of all namespaces or of one. */
export const resources = (plural: Plural, namespace = ''): string =>
  `/apis/${API_VERSION}${namespace === '' ? '' : `/namespaces/${namespace}`}/${plural}`;

/** Path of one resource. */
export const resourcePath = (plural: Plural, object: KubeObject): string =>
  `${resources(plural, namespaceOf(object))}/${nameOf(object)}`;

/** How client-go's cache says that an object is not there: by kind, not by resource (controller-runtime: pkg/cache). */
export const notInCache = (kind: string, name: string): string => `${kind}.${GROUP} "${name}" not found`;

/**
 * The key a reference means: `name` in the same namespace, `namespace/name`, or, left out, `default` in the operator's.
 * Source: vault-secrets-operator 1.4.1: common/common.go (ParseResourceRef).
 */
export const referenceKey = (
  ref: unknown,
  namespace: string,
  operatorNamespace: string,
): { readonly key: string } | { readonly error: string } => {
  if (typeof ref !== 'string' || ref === '') return { key: `${operatorNamespace}/default` };
  const parts = ref.split('/');
  if (parts.length > 2) return { error: `invalid name: ${ref}` };
  return { key: parts.length === 2 ? ref : `${namespace}/${ref}` };
};
