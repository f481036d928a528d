import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, utf8 } from './base64.ts';
import { pem } from './pem.ts';

/** The public half of a signing key. It is all there is: see `signature.ts` for why no private half is kept. */
export interface SigningKey {
  /** `-----BEGIN PUBLIC KEY-----`, an RSA key of 2048 bits in SubjectPublicKeyInfo form. */
  readonly publicPem: string;
  /** SHA-256 of the DER, base64url, as the API server names its keys (kubernetes: pkg/serviceaccount/jwt.go). */
  readonly kid: string;
  /** The modulus as a JSON Web Key's `n`. */
  readonly modulus: string;
}

/** `length` bytes that follow from a text alone. */
export const derivedBytes = (seed: string, length: number): Uint8Array => {
  const out = new Uint8Array(length);
  for (let i = 0; i * 32 < length; i++)
    out.set(hmac(sha256, utf8(seed), utf8(`${i}`)).subarray(0, length - i * 32), i * 32);
  return out;
};

// SubjectPublicKeyInfo { rsaEncryption, NULL, BIT STRING { SEQUENCE { INTEGER n (257 bytes), INTEGER 65537 } } }
const BEFORE_MODULUS = [
  0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
  0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00,
];
const AFTER_MODULUS = [0x02, 0x03, 0x01, 0x00, 0x01];

/**
 * The key that belongs to a seed: the same text gives the same key in every world and on every machine.
 * @param seed any text, e.g. `cluster`
 */
export const signingKey = (seed: string): SigningKey => {
  const n = derivedBytes(`modulus of ${seed}`, 256);
  n[0] = (n[0] ?? 0) | 0x80;
  n[255] = (n[255] ?? 0) | 1;
  const der = Uint8Array.from([...BEFORE_MODULUS, ...n, ...AFTER_MODULUS]);
  return { publicPem: pem('PUBLIC KEY', der), kid: base64url(sha256(der)), modulus: base64url(n) };
};
