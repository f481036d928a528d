import { customKind } from './custom.ts';

/** `secrets-store.csi.x-k8s.io/v1` SecretProviderClass: what a CSI volume brings to a Pod (secrets-store-csi-driver: apis/v1). */
export const secretProviderClasses = customKind({
  kind: 'SecretProviderClass',
  plural: 'secretproviderclasses',
  singular: 'secretproviderclass',
  group: 'secrets-store.csi.x-k8s.io',
  version: 'v1',
});
