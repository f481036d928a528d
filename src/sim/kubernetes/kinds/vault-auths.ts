import { customKind } from './custom.ts';

/** `secrets.hashicorp.com/v1beta1` VaultAuth: how the operator logs in (vault-secrets-operator: api/v1beta1). */
export const vaultAuths = customKind({
  kind: 'VaultAuth',
  plural: 'vaultauths',
  singular: 'vaultauth',
  group: 'secrets.hashicorp.com',
  version: 'v1beta1',
  hasStatus: true,
});
