import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../../src/sim/kernel/random.ts';
import {
  certificatePem,
  type Extensions,
  type KeyType,
  type Name,
  newKeyPair,
  serialOf,
} from '../../../../src/sim/x509/index.ts';

const name = (commonName: string): Name => ({
  country: ['DE'],
  organization: [],
  ou: ['b', 'a'],
  locality: [],
  province: [],
  streetAddress: [],
  postalCode: [],
  commonName,
  serialNumber: '',
  userIds: [],
});

const extensions = (keyId: string): Extensions => ({
  keyUsage: 1 | 4 | 32,
  extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
  basic: { ca: true, pathLength: 0 },
  subjectKeyId: keyId,
  authorityKeyId: keyId,
  urls: { issuing: ['http://vault/ca'], crl: ['http://vault/crl'], ocsp: [] },
  names: { dns: ['a.example.com'], emails: ['a@b.c'], ips: [[10, 0, 0, 1]], uris: ['spiffe://x/y'], others: [] },
  namesCritical: false,
  policies: ['1.2.3'],
  constraints: { permittedDns: ['example.com'], excludedDns: [] },
});

const kinds: readonly (readonly [KeyType, number])[] = [
  ['rsa', 2048],
  ['ec', 224],
  ['ec', 256],
  ['ec', 384],
  ['ec', 521],
  ['ed25519', 0],
];

describe.each(kinds)('%s %i', (type, bits) => {
  const pair = newKeyPair(new Random(5), type, bits);

  test('OpenSSL reads the certificate and finds its private key to fit', () => {
    const pem = certificatePem(
      {
        serial: Uint8Array.of(0, 0x9a, 0x0b),
        issuer: name('ca'),
        subject: name('a.example.com'),
        notBefore: 1_767_600_000_400,
        notAfter: 2_600_000_000_900,
        publicPem: pair.publicPem,
        extensions: extensions(pair.keyId),
      },
      pair,
      { hashBits: 256, pss: false },
    );
    const read = new X509Certificate(pem);
    expect(read.subject).toBe('C=DE\nOU=a + OU=b\nCN=a.example.com');
    expect(read.issuer).toContain('CN=ca');
    expect(read.subjectAltName).toBe('DNS:a.example.com, email:a@b.c, IP Address:10.0.0.1, URI:spiffe://x/y');
    expect(read.validFrom).toBe('Jan  5 08:00:00 2026 GMT');
    expect(read.validTo).toBe('May 22 14:13:20 2052 GMT');
    expect(read.infoAccess).toContain('http://vault/ca');
    expect(read.ca).toBe(true);
    expect(serialOf(pem)).toBe('9a:0b');
    expect(read.checkPrivateKey(createPrivateKey(pair.privatePem))).toBe(true);
  });

  test('the PKCS#8 form is the same key', () => {
    const spki = createPublicKey(createPrivateKey(pair.pkcs8Pem)).export({ type: 'spki', format: 'pem' });
    expect(String(spki).trim()).toBe(pair.publicPem);
  });
});
