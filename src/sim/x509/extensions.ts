/** Extensions of certificates (RFC 5280 §4.2), in the order in which Go writes them (Go: crypto/x509, buildCertExtensions). */
import * as der from './der.ts';

/** Names by which a certificate's holder is also known. IP addresses: 4 or 16 bytes. */
export interface AltNames {
  readonly dns: readonly string[];
  readonly emails: readonly string[];
  readonly ips: readonly (readonly number[])[];
  readonly uris: readonly string[];
  /** OID and text of each `otherName`. */
  readonly others: readonly (readonly [string, string])[];
}

export interface AuthorityUrls {
  readonly issuing: readonly string[];
  readonly crl: readonly string[];
  readonly ocsp: readonly string[];
}

export interface NameConstraints {
  readonly permittedDns: readonly string[];
  readonly excludedDns: readonly string[];
}

export interface Extensions {
  /** Bits of KeyUsage, the first in the lowest: digitalSignature is 1, cRLSign 64. */
  readonly keyUsage: number;
  /** OIDs. */
  readonly extendedKeyUsage: readonly string[];
  /** `null`: no BasicConstraints. `pathLength` below 0: unlimited. */
  readonly basic: { readonly ca: boolean; readonly pathLength: number } | null;
  /** Hexadecimal. */
  readonly subjectKeyId: string;
  readonly authorityKeyId: string;
  readonly urls: AuthorityUrls;
  readonly names: AltNames;
  /** The subject is empty: the alternative names are critical. */
  readonly namesCritical: boolean;
  /** OIDs. */
  readonly policies: readonly string[];
  readonly constraints: NameConstraints;
}

const extension = (id: string, critical: boolean, value: Uint8Array): Uint8Array =>
  der.sequence(der.oid(id), ...(critical ? [der.boolean(true)] : []), der.octets(value));

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));

/** The first usage is the highest bit of the first byte; zeros at the end are cut. */
const usageBits = (usage: number): Uint8Array => {
  const bytes = [0, 0];
  let last = 0;
  for (let bit = 0; bit < 9; bit++)
    if (usage & (1 << bit)) {
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
      last = bit;
    }
  return der.bits(Uint8Array.from(bytes.slice(0, (last >> 3) + 1)), 7 - (last & 7));
};

const generalNames = ({ dns, emails, ips, uris, others }: AltNames): readonly Uint8Array[] => {
  const bytes = new TextEncoder();
  return [
    ...dns.map((name) => der.implicit(2, bytes.encode(name))),
    ...emails.map((name) => der.implicit(1, bytes.encode(name))),
    ...ips.map((address) => der.implicit(7, Uint8Array.from(address))),
    ...uris.map((uri) => der.implicit(6, bytes.encode(uri))),
    ...others.map(([id, value]) => der.explicit(0, der.oid(id), der.explicit(0, der.utf8String(value)))),
  ];
};

const uri = (text: string): Uint8Array => der.implicit(6, new TextEncoder().encode(text));

const access = (method: string, url: string): Uint8Array => der.sequence(der.oid(method), uri(url));

const subtrees = (tag: number, domains: readonly string[]): readonly Uint8Array[] =>
  domains.length === 0
    ? []
    : [der.explicit(tag, ...domains.map((name) => der.sequence(der.implicit(2, new TextEncoder().encode(name)))))];

/** The elements of `Extensions ::= SEQUENCE OF Extension`. */
export const encodeExtensions = (given: Extensions): readonly Uint8Array[] => {
  const out: Uint8Array[] = [];
  const { keyUsage, extendedKeyUsage, basic, urls, policies, constraints } = given;
  if (keyUsage !== 0) out.push(extension('2.5.29.15', true, usageBits(keyUsage)));
  if (extendedKeyUsage.length > 0)
    out.push(extension('2.5.29.37', false, der.sequence(...extendedKeyUsage.map(der.oid))));
  if (basic) {
    const path = basic.ca && basic.pathLength >= 0 ? [der.integer(basic.pathLength)] : [];
    out.push(extension('2.5.29.19', true, der.sequence(...(basic.ca ? [der.boolean(true)] : []), ...path)));
  }
  out.push(extension('2.5.29.14', false, der.octets(fromHex(given.subjectKeyId))));
  out.push(extension('2.5.29.35', false, der.sequence(der.implicit(0, fromHex(given.authorityKeyId)))));
  const accesses = [
    ...urls.ocsp.map((url) => access('1.3.6.1.5.5.7.48.1', url)),
    ...urls.issuing.map((url) => access('1.3.6.1.5.5.7.48.2', url)),
  ];
  if (accesses.length > 0) out.push(extension('1.3.6.1.5.5.7.1.1', false, der.sequence(...accesses)));
  const names = generalNames(given.names);
  if (names.length > 0) out.push(extension('2.5.29.17', given.namesCritical, der.sequence(...names)));
  if (policies.length > 0)
    out.push(extension('2.5.29.32', false, der.sequence(...policies.map((id) => der.sequence(der.oid(id))))));
  const trees = [...subtrees(0, constraints.permittedDns), ...subtrees(1, constraints.excludedDns)];
  if (trees.length > 0) out.push(extension('2.5.29.30', true, der.sequence(...trees)));
  if (urls.crl.length > 0) {
    const points = urls.crl.map((url) => der.sequence(der.explicit(0, der.explicit(0, uri(url)))));
    out.push(extension('2.5.29.31', false, der.sequence(...points)));
  }
  return out;
};
