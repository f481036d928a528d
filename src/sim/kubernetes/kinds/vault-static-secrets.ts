import { customKind } from './custom.ts';

/** `secrets.hashicorp.com/v1beta1` VaultStaticSecret: a KV secret and the Secret it becomes (vault-secrets-operator: api/v1beta1). */
export const vaultStaticSecrets = customKind({
  kind: 'VaultStaticSecret',
  plural: 'vaultstaticsecrets',
  singular: 'vaultstaticsecret',
  group: 'secrets.hashicorp.com',
  version: 'v1beta1',
  hasStatus: true,
});
