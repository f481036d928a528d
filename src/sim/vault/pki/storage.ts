import type { KeyPair, Name } from '../../x509/index.ts';
import { tableKey } from '../framework/table-key.ts';
import type { CrlConfig } from './crl-config.ts';
import type { Role } from './role.ts';

/** What goes into certificates about where to ask. (vault: builtin/logical/pki/issuing/aia.go, AiaConfigEntry) */
export interface Urls {
  issuing_certificates: readonly string[];
  crl_distribution_points: readonly string[];
  ocsp_servers: readonly string[];
  enable_templating: boolean;
}

/** A key that signs. */
export interface StoredKey {
  readonly id: string;
  name: string;
  readonly pair: KeyPair;
}

/** What a leaf that would outlive its issuer gets. */
export type LeafNotAfter = 'err' | 'truncate' | 'permit' | 'always_enforce_err';

/** A certificate authority of the mount. (vault: issuing/issuers.go, IssuerEntry) */
export interface Issuer {
  readonly id: string;
  name: string;
  readonly keyId: string;
  readonly subject: Name;
  /** PEM without a final line end. */
  readonly certificate: string;
  readonly serial: string;
  /** Unix milliseconds, whole seconds. */
  readonly notAfter: number;
  leafNotAfter: LeafNotAfter;
  usage: readonly string[];
  /** As `revocation_signature_algorithm` shows it. */
  signatureAlgorithm: string;
  readonly hashBits: number;
  readonly pss: boolean;
  urls: Urls | null;
  /** PEM without a final line end. */
  crl: string;
}

/** A certificate that was issued and kept. */
export interface Certificate {
  /** PEM without a final line end. */
  readonly pem: string;
  readonly notAfter: number;
  readonly issuer: string;
  readonly ca: boolean;
}

export interface Revocation {
  /** Unix milliseconds. */
  readonly at: number;
  readonly issuer: string;
}

export interface Storage {
  keys: Record<string, StoredKey>;
  issuers: Record<string, Issuer>;
  /** '' while there is none. */
  defaultKey: string;
  defaultIssuer: string;
  followLatest: boolean;
  roles: Record<string, Role>;
  /** By serial number with hyphens: `2a-0b-…`. */
  certificates: Record<string, Certificate>;
  revoked: Record<string, Revocation>;
  urls: Urls;
  cluster: { path: string; aia_path: string };
  crlConfig: CrlConfig;
  crlNumber: number;
}

/** `2A:0b` and `2a-0b` are the same serial number. */
export const serialKey = (serial: string): string => tableKey(serial.toLowerCase().replaceAll(':', '-'));

export const serialFromKey = (key: string): string => key.replaceAll('-', ':');

/** Looks a name up in one of the tables. */
export const find = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => {
  const key = tableKey(name);
  return Object.hasOwn(table, key) ? table[key] : undefined;
};
