import { signingInput } from './compact.ts';
import type { SigningKey } from './key.ts';
import { signatureText } from './signature.ts';

/**
 * A signed token as the API server makes it: header `{alg: RS256, kid}`, the claims in the order given.
 * @param claims JSON object; times are seconds since 1970
 */
export const sign = (claims: object, key: SigningKey): string => {
  const input = signingInput({ alg: 'RS256', kid: key.kid }, claims);
  return `${input}.${signatureText(input, key.publicPem)}`;
};

/** A token made by hand, with any header; `key: null` leaves the signature empty (`alg: none`). */
export const mint = (header: object, claims: object, key: SigningKey | null): string => {
  const input = signingInput(header, claims);
  return `${input}.${key ? signatureText(input, key.publicPem) : ''}`;
};
