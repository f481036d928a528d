import { customKind } from './custom.ts';

/** `secrets.hashicorp.com/v1beta1` VaultDynamicSecret: a leased secret and the Secret it becomes (vault-secrets-operator: api/v1beta1). */
export const vaultDynamicSecrets = customKind({
  kind: 'VaultDynamicSecret',
  plural: 'vaultdynamicsecrets',
  singular: 'vaultdynamicsecret',
  group: 'secrets.hashicorp.com',
  version: 'v1beta1',
  hasStatus: true,
});
