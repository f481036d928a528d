/** A new certificate with its key, kept unless the role says otherwise. Source: vault: sdk/helper/certutil, createCertificate. */
import {
  type AltNames,
  certificatePem,
  type Extensions,
  isEmptyName,
  type KeyPair,
  type Name,
  serialText,
} from '../../x509/index.ts';
import type { Core } from '../framework/index.ts';
import type { Role } from './role.ts';
import { type Issuer, type Storage, serialKey } from './storage.ts';
import { urlsFor } from './urls.ts';
import { CA_USAGE, extendedUsages, keyUsageBits } from './usages.ts';

export interface Made {
  /** PEM without a final line end. */
  readonly certificate: string;
  readonly serial: string;
  /** Unix milliseconds, whole seconds. */
  readonly notAfter: number;
}

export interface Asked {
  readonly role: Role;
  readonly subject: Name;
  readonly names: AltNames;
  /** Unix milliseconds. */
  readonly notAfter: number;
  readonly pair: KeyPair;
}

/** What a root has that a leaf has not. */
export interface Root {
  /** Below 0: unlimited. */
  readonly pathLength: number;
  readonly permittedDns: readonly string[];
  readonly excludedDns: readonly string[];
}

/** 159 random bits, so that it is positive. (certutil: GenerateSerialNumber) */
const newSerial = (core: Core): Uint8Array => {
  const bytes = core.random.bytes(20);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return bytes;
};

const extensionsOf = (
  storage: Storage,
  { role, subject, names, pair }: Asked,
  issuer: { readonly entry: Issuer; readonly pair: KeyPair } | undefined,
  root: Root | undefined,
): Extensions => ({
  keyUsage: root ? CA_USAGE : keyUsageBits(role.key_usage),
  extendedKeyUsage: root ? [] : extendedUsages(role),
  basic: root
    ? { ca: true, pathLength: root.pathLength }
    : role.basic_constraints_valid_for_non_ca
      ? { ca: false, pathLength: -1 }
      : null,
  subjectKeyId: pair.keyId,
  authorityKeyId: issuer?.pair.keyId ?? pair.keyId,
  urls: urlsFor(storage, issuer?.entry),
  names,
  namesCritical: isEmptyName(subject),
  policies: role.policy_identifiers,
  constraints: { permittedDns: root?.permittedDns ?? [], excludedDns: root?.excludedDns ?? [] },
});

/**
 * @param issuer who signs; `undefined`: the certificate signs itself
 * @param root given for an authority
 */
export const makeCertificate = (
  core: Core,
  storage: Storage,
  asked: Asked,
  issuer: { readonly entry: Issuer; readonly pair: KeyPair } | undefined,
  root: Root | undefined,
): Made => {
  const { role, subject, pair } = asked;
  const serial = newSerial(core);
  const notAfter = Math.floor(asked.notAfter / 1000) * 1000;
  const choice = { hashBits: role.signature_bits || 256, pss: role.use_pss };
  const certificate = certificatePem(
    {
      serial,
      issuer: issuer?.entry.subject ?? subject,
      subject,
      notBefore: core.wall - (role.not_before_duration > 0 ? role.not_before_duration : 30) * 1000,
      notAfter,
      publicPem: pair.publicPem,
      extensions: extensionsOf(storage, asked, issuer, root),
    },
    issuer?.pair ?? pair,
    choice,
  );
  return { certificate, serial: serialText(serial), notAfter };
};

/** Keeps a certificate under its serial number, so that it can be read and revoked. */
export const keepCertificate = (storage: Storage, made: Made, issuer: string, ca: boolean): void => {
  storage.certificates[serialKey(made.serial)] = { pem: made.certificate, notAfter: made.notAfter, issuer, ca };
};
