/** Issuers and keys by id or name. Source: vault: issuing/issuers.go, ResolveIssuerReference; issuing/keys.go. */
import type { Issuer, Storage, StoredKey } from './storage.ts';

export const DEFAULT = 'default';

interface Named {
  readonly id: string;
  readonly name: string;
}

const among = <T extends Named>(
  table: Readonly<Record<string, T>>,
  present: string,
  reference: string,
): T | undefined => {
  if (reference === DEFAULT) return table[present];
  const own = Object.hasOwn(table, reference) ? table[reference] : undefined;
  return own ?? Object.values(table).find(({ name }) => name === reference);
};

/** The issuer, or the text that says why there is none. */
export const issuerBy = (storage: Storage, reference: string): Issuer | string =>
  among(storage.issuers, storage.defaultIssuer, reference) ??
  (reference === DEFAULT
    ? 'no default issuer currently configured'
    : `unable to find PKI issuer for reference: ${reference}`);

export const keyBy = (storage: Storage, reference: string): StoredKey | string =>
  among(storage.keys, storage.defaultKey, reference) ??
  (reference === DEFAULT
    ? 'no default key currently configured'
    : `unable to find PKI key for reference: ${reference}`);
