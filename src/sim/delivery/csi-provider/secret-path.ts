/** `kv/data/app/config`, `/kv/…` and `v1/kv/…` mean the same. Source: vault-csi-provider: internal/client/client.go (ensureV1Prefix). */
export const belowV1 = (secretPath: string): string => secretPath.replace(/^\/?v1\//, '').replace(/^\//, '');
