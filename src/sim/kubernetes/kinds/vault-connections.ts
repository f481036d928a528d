import { customKind } from './custom.ts';

/** `secrets.hashicorp.com/v1beta1` VaultConnection: where Vault is (vault-secrets-operator: api/v1beta1). */
export const vaultConnections = customKind({
  kind: 'VaultConnection',
  plural: 'vaultconnections',
  singular: 'vaultconnection',
  group: 'secrets.hashicorp.com',
  version: 'v1beta1',
  hasStatus: true,
});
