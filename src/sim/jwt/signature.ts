import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, utf8 } from './base64.ts';
import { pemBody } from './pem.ts';

/**
 * A STAND-IN FOR RSA, of no cryptographic worth: the "signature" is 256 bytes of HMAC-SHA256 keyed with the *public*
 * key, so anybody could make one. What the model needs of a signature it has: it depends on every byte of header and
 * payload and on the key, it is the same on every run, and a token that was tampered with fails.
 * @param input `base64url(header).base64url(payload)`
 * @param publicPem PEM of the public key; its line breaks do not matter
 */
export const signatureOf = (input: string, publicPem: string): Uint8Array => {
  // The long text is hashed once; the 256 bytes are drawn from that.
  const digest = hmac(sha256, utf8(pemBody(publicPem)), utf8(input));
  const out = new Uint8Array(256);
  for (let i = 0; i < 8; i++) out.set(hmac(sha256, digest, Uint8Array.of(i)), i * 32);
  return out;
};

/** The signature as it stands in a token. */
export const signatureText = (input: string, publicPem: string): string => base64url(signatureOf(input, publicPem));
