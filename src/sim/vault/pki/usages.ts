/** Key usages by the names that roles give them. Source: vault: pki/parsing, issuing/roles.go, sdk/helper/certutil. */
import type { Role } from './role.ts';

const KEY_USAGES = [
  'digitalsignature',
  'contentcommitment',
  'keyencipherment',
  'dataencipherment',
  'keyagreement',
  'certsign',
  'crlsign',
  'encipheronly',
  'decipheronly',
];

const clean = (name: string): string => name.trim().toLowerCase();

/** Bits of KeyUsage, the first in the lowest; unknown names count for nothing. */
export const keyUsageBits = (names: readonly string[]): number =>
  names.reduce((bits, name) => {
    const at = KEY_USAGES.indexOf(clean(name));
    return at < 0 ? bits : bits | (1 << at);
  }, 0);

/** What authorities carry: certSign and crlSign. */
export const CA_USAGE = (1 << 5) | (1 << 6);

/** In the order in which they are written. */
const EXTENDED: readonly (readonly [name: string, oid: string])[] = [
  ['any', '2.5.29.37.0'],
  ['serverauth', '1.3.6.1.5.5.7.3.1'],
  ['clientauth', '1.3.6.1.5.5.7.3.2'],
  ['codesigning', '1.3.6.1.5.5.7.3.3'],
  ['emailprotection', '1.3.6.1.5.5.7.3.4'],
  ['ipsecendsystem', '1.3.6.1.5.5.7.3.5'],
  ['ipsectunnel', '1.3.6.1.5.5.7.3.6'],
  ['ipsecuser', '1.3.6.1.5.5.7.3.7'],
  ['timestamping', '1.3.6.1.5.5.7.3.8'],
  ['ocspsigning', '1.3.6.1.5.5.7.3.9'],
  ['microsoftservergatedcrypto', '1.3.6.1.4.1.311.10.3.3'],
  ['netscapeservergatedcrypto', '2.16.840.1.113730.4.1'],
];

/** OIDs of a role's extended key usages. */
export const extendedUsages = (role: Role): readonly string[] => {
  const names = new Set(role.ext_key_usage.map(clean));
  if (role.server_flag) names.add('serverauth');
  if (role.client_flag) names.add('clientauth');
  if (role.code_signing_flag) names.add('codesigning');
  if (role.email_protection_flag) names.add('emailprotection');
  return [...EXTENDED.filter(([name]) => names.has(name)).map(([, oid]) => oid), ...role.ext_key_usage_oids];
};

/** What is wrong with usages that a root was asked to have; they are ignored either way. (path_root.go, validateCaKeyUsages) */
export const rootUsageComplaint = (names: readonly string[]): string =>
  names
    .flatMap((name) => {
      const at = KEY_USAGES.indexOf(clean(name));
      if (at < 0) return [`unrecognized key usage ${name}`];
      return ['digitalsignature', 'certsign', 'crlsign'].includes(clean(name))
        ? []
        : [`key usage ${name} is only valid for non-Ca certs`];
    })
    .join('; ');
