/**
 * A STAND-IN FOR SIGNATURES, of no cryptographic worth, as in `src/sim/jwt`: bytes of HMAC-SHA256 keyed with the signer's
 * *public* key, in the size and form that the signer's algorithm has. Tools parse a certificate or a CRL that carries
 * one; a check of the signature by anything but the model fails.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { pemBody, utf8 } from '../jwt/index.ts';
import { CURVES } from './curve.ts';
import * as der from './der.ts';
import type { KeyPair } from './key-pair.ts';

/** Who signs: what of its key pair a signature needs. */
export type Signer = Pick<KeyPair, 'type' | 'bits' | 'publicPem'>;

/** What may be chosen where the signer has an RSA key: 256, 384 or 512 bits of hash, and PSS. */
export interface SignatureChoice {
  readonly hashBits: number;
  readonly pss: boolean;
}

const RSA_OIDS: Readonly<Record<number, string>> = { 256: '11', 384: '12', 512: '13' };
const HASH_OIDS: Readonly<Record<number, string>> = { 256: '1', 384: '2', 512: '3' };

const pssParameters = (hashBits: number): Uint8Array => {
  const hash = der.sequence(der.oid(`2.16.840.1.101.3.4.2.${HASH_OIDS[hashBits] ?? '1'}`), der.nothing());
  return der.sequence(
    der.explicit(0, hash),
    der.explicit(1, der.sequence(der.oid('1.2.840.113549.1.1.8'), hash)),
    der.explicit(2, der.integer(hashBits / 8)),
  );
};

/** The hash that goes with a curve, whatever was asked for. (vault: sdk/helper/certutil, selectSignatureAlgorithmForECDSA) */
const ecdsaOid = (bits: number): string => `1.2.840.10045.4.3.${bits === 384 ? 3 : bits === 521 ? 4 : 2}`;

/** AlgorithmIdentifier of what a signer signs with. */
export const signatureAlgorithm = (signer: Signer, { hashBits, pss }: SignatureChoice): Uint8Array => {
  if (signer.type === 'ed25519') return der.sequence(der.oid('1.3.101.112'));
  if (signer.type === 'ec') return der.sequence(der.oid(ecdsaOid(signer.bits)));
  if (pss) return der.sequence(der.oid('1.2.840.113549.1.1.10'), pssParameters(hashBits));
  return der.sequence(der.oid(`1.2.840.113549.1.1.${RSA_OIDS[hashBits] ?? '11'}`), der.nothing());
};

const drawn = (signer: Signer, signed: Uint8Array, length: number): Uint8Array => {
  const digest = hmac(sha256, utf8(pemBody(signer.publicPem)), signed);
  const out = new Uint8Array(length);
  for (let i = 0; i * 32 < length; i++)
    out.set(hmac(sha256, digest, Uint8Array.of(i)).subarray(0, length - i * 32), i * 32);
  return out;
};

/** @param signed the bytes under the signature */
export const signatureOver = (signer: Signer, signed: Uint8Array): Uint8Array => {
  if (signer.type === 'ed25519') return drawn(signer, signed, 64);
  const size = signer.type === 'rsa' ? signer.bits / 8 : (CURVES[signer.bits]?.size ?? 32);
  if (signer.type === 'rsa') {
    const bytes = drawn(signer, signed, size);
    bytes[0] = (bytes[0] ?? 0) & 0x7f; // below the modulus
    return bytes;
  }
  const bytes = drawn(signer, signed, 2 * size);
  for (const at of [0, size]) bytes[at] = signer.bits === 521 ? 0 : (bytes[at] ?? 0) & 0x7f; // below the curve's order
  return der.sequence(der.unsigned(bytes.subarray(0, size)), der.unsigned(bytes.subarray(size)));
};

/** `SEQUENCE { signed, algorithm, signature }`, the outside of certificates and CRLs. */
export const signedWith = (signer: Signer, choice: SignatureChoice, signed: Uint8Array): Uint8Array =>
  der.sequence(signed, signatureAlgorithm(signer, choice), der.bits(signatureOver(signer, signed)));
