import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { authorities, publicKey } from '../../../../../src/sim/vault/auth-kubernetes/pem.ts';

const ENCODING = {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
} as const;

it('takes RSA and elliptic keys, and no others', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024, ...ENCODING }).publicKey;
  expect(publicKey(rsa)).toEqual({ key: rsa });
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256', ...ENCODING }).publicKey;
  expect(publicKey(`some text\n${elliptic}`)).toEqual({ key: elliptic });
  expect(publicKey(generateKeyPairSync('ed25519', ENCODING).publicKey)).toEqual({
    error: 'data does not contain any valid RSA or ECDSA public keys',
  });
});

// Made with openssl for this test; its key is in nobody's hands.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIB/DCCAWWgAwIBAgIUeP9+C3bQLXPAgWY2UdHW3a7teR4wDQYJKoZIhvcNAQEL
BQAwDzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjUxNDI1MDRaGA8yMTI2MTEwMTE0
MjUwNFowDzENMAsGA1UEAwwEdGVzdDCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkC
gYEAwqlTlGaes/bJNqmLp+XqQ11NxvAGLnuT1rSdVtaVc2ALVTj/4MF6Lsp9m6LL
OEeln7z/3vCW4a9XFAxVsRIWbyOPbCYatwZADBLTBk40/2LMI7CcfA9OML5Lr1CQ
AwLPtXkyhumLAVJtJF09O97T8pvThuMKMN9SYAdhxsV989cCAwEAAaNTMFEwHQYD
VR0OBBYEFJY7lta9+w6m3w5TjYZPo2c+6KFZMB8GA1UdIwQYMBaAFJY7lta9+w6m
3w5TjYZPo2c+6KFZMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADgYEA
JK7iCKd/7hkkwT2YM71jiQ9wZ+X7/QCKfd7eW4Y/3Oa3qlOm3XJdbv+v5lV9l2TC
zuAFJqZ+JXEyEZ/9RhSzZeN/dJbhRBYBAOM83LsNsBxe0ooYFzjJyYmn8mq6F0Fd
NSRgfxEUindmnAkS2Bu3BmNOipTp7Xw1aHjDmYgms+o=
-----END CERTIFICATE-----
`;

it('finds the key inside a certificate', () => {
  const inside = new X509Certificate(CERTIFICATE).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(publicKey(CERTIFICATE)).toEqual({ key: inside });
});

it('trusts an authority whatever the line ends around its text', () => {
  const text = CERTIFICATE.trim();
  expect(authorities(`\n${text}\n\n`)).toContain(text);
  expect(authorities(text)).toContain(`${text}\n`);
});
