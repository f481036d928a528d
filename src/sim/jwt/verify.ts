import type { Jws } from './compact.ts';
import { signatureOf } from './signature.ts';

/** The asymmetric algorithms that Vault's `pem_keys` and the API server know (RFC 7518 §3.1). */
export const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const;

/**
 * Whether a token was signed with the key that belongs to this public key.
 * @param jws from `parseCompact`
 * @param publicPem PEM of the public key
 */
export const verify = (jws: Jws, publicPem: string): boolean => {
  if (!(ASYMMETRIC as readonly unknown[]).includes(jws.header.alg)) return false;
  const expected = signatureOf(jws.signingInput, publicPem);
  return jws.signature.length === expected.length && expected.every((byte, i) => byte === jws.signature[i]);
};
