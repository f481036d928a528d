import { customKind } from './custom.ts';

/**
 * `secrets-store.csi.x-k8s.io/v1` SecretProviderClassPodStatus: which versions a Pod has mounted
 * (secrets-store-csi-driver: apis/v1). Its definition has no status subresource: the status is written with the object.
 */
export const secretProviderClassPodStatuses = customKind({
  kind: 'SecretProviderClassPodStatus',
  plural: 'secretproviderclasspodstatuses',
  singular: 'secretproviderclasspodstatus',
  group: 'secrets-store.csi.x-k8s.io',
  version: 'v1',
});
