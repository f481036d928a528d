import { find } from '../../kernel/trie.ts';
import { type KubeObject, nameOf, namespaceOf, part, sameJson } from '../../kubernetes/api/object.ts';
import type { Informer } from '../../kubernetes/client/informer.ts';
import { KINDS, notInCache, type Plural, referenceKey } from './resources.ts';

/** What the operator knows of the cluster. */
export interface Known {
  readonly informers: Readonly<Record<string, Informer>>;
  /** The operator's own namespace. */
  readonly namespace: string;
}

/** The resource that a reference means, or the operator's words for what is wrong with it. */
export const referred = (
  { informers, namespace: own }: Known,
  plural: Plural,
  ref: unknown,
  namespace: string,
): { readonly object: KubeObject; readonly key: string } | { readonly error: string } => {
  const reference = referenceKey(ref, namespace, own);
  if ('error' in reference) return reference;
  const object = find(informers[plural]?.objects ?? null, reference.key);
  return object
    ? { object, key: reference.key }
    : { error: notInCache(KINDS[plural], reference.key.slice(reference.key.indexOf('/') + 1)) };
};

const isAllowed = (known: Known, auth: KubeObject, namespace: string): boolean => {
  const { allowedNamespaces } = part(auth, 'spec');
  const allowed = Array.isArray(allowedNamespaces) ? (allowedNamespaces as string[]) : [];
  const isDefault = nameOf(auth) === 'default' && namespaceOf(auth) === known.namespace;
  return namespace === namespaceOf(auth) || isDefault || sameJson(allowed, ['*']) || allowed.includes(namespace);
};

/**
 * What a resource's login is made of: its VaultAuth and that one's VaultConnection.
 * Source: vault-secrets-operator 1.4.1: common/common.go, api/v1beta1/vaultauth_types.go.
 * @returns both, or the operator's words for why there is no login
 */
export const loginParts = (
  known: Known,
  object: KubeObject,
): { readonly auth: KubeObject; readonly connection: KubeObject } | { readonly error: string } => {
  const namespace = namespaceOf(object);
  const auth = referred(known, 'vaultauths', part(object, 'spec').vaultAuthRef, namespace);
  if ('error' in auth) return auth;
  if (!isAllowed(known, auth.object, namespace))
    return {
      error: `target namespace ${JSON.stringify(namespace)} is not allowed by kind=VaultAuth obj=${auth.key}, allowedNamespaces=[]`,
    };
  const spec = part(auth.object, 'spec');
  if ((spec.method ?? 'kubernetes') !== 'kubernetes')
    return { error: `unsupported authentication method ${spec.method}` };
  const { role, serviceAccount } = part(spec, 'kubernetes');
  if (!role) return { error: 'invalid kubernetes auth configuration: empty role' };
  if (!serviceAccount) return { error: 'invalid kubernetes auth configuration: empty serviceAccount' };
  const connection = referred(known, 'vaultconnections', spec.vaultConnectionRef, namespaceOf(auth.object));
  return 'error' in connection ? connection : { auth: auth.object, connection: connection.object };
};
