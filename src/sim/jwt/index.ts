/** JSON Web Tokens as Kubernetes and Vault's `auth/kubernetes` exchange them. */
export { base64, base64url, fromBase64, fromBase64url, fromUtf8, utf8 } from './base64.ts';
export { claimsOf, type Jws, type JwsError, parseCompact } from './compact.ts';
export { derivedBytes, type SigningKey, signingKey } from './key.ts';
export { pem, pemBody } from './pem.ts';
export { mint, sign } from './sign.ts';
export { ASYMMETRIC, verify } from './verify.ts';
