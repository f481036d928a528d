/** Annotations of a ServiceAccount as metadata of the alias. Source: plugin: service_account_getter.go. */

const PREFIX = 'vault.hashicorp.com/alias-metadata-';

const RESERVED = [
  'service_account_uid',
  'service_account_name',
  'service_account_namespace',
  'service_account_secret_name',
];

/**
 * The metadata, prefix stripped, or the 400 text if an annotation would forge what Vault itself sets.
 * @param annotations `metadata.annotations` of the ServiceAccount
 */
export const aliasAnnotations = (
  annotations: Readonly<Record<string, string>>,
): { readonly metadata: Readonly<Record<string, string>> } | { readonly error: string } => {
  const entries = Object.entries(annotations)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => [key.slice(PREFIX.length), value] as const);
  const forged = entries.map(([key]) => key).filter((key) => RESERVED.includes(key));
  if (forged.length === 0) return { metadata: Object.fromEntries(entries) };
  const keys = forged.map((key) => `"${key}"`).join(' ');
  return {
    error: `entity alias metadata keys for only internal use found from the client token's associated service account annotations: keys=[${keys}]`,
  };
};
