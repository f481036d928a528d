/**
 * Key pairs of certificates. Public and private half belong together, and tools read both: a point on its curve, an RSA
 * modulus with its factors and exponents. THE FACTORS OF AN RSA MODULUS ARE NOT PRIME (finding 1024-bit primes takes a
 * browser a second each), so an RSA key of the model keeps no secret. Nothing here does.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { pem } from '../jwt/index.ts';
import type { Random } from '../kernel/random.ts';
import { fromBytes, inverse, mod, toBytes } from './big-number.ts';
import { CURVES, publicPoint } from './curve.ts';
import * as der from './der.ts';
import { ed25519Public } from './edwards.ts';

export type KeyType = 'rsa' | 'ec' | 'ed25519';

/** One key pair, as plain JSON. PEM texts are without a final line end, as Vault answers them. */
export interface KeyPair {
  readonly type: KeyType;
  readonly bits: number;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicPem: string;
  /** The traditional form: PKCS#1, SEC 1; PKCS#8 for Ed25519. */
  readonly privatePem: string;
  readonly pkcs8Pem: string;
  /** SHA-1 of the public key's bits, hexadecimal (RFC 5280 §4.2.1.2, method 1). */
  readonly keyId: string;
}

const RSA = der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nothing());
const ED25519 = der.sequence(der.oid('1.3.101.112'));
const EXPONENT = 65537n;

interface Halves {
  readonly algorithm: Uint8Array;
  readonly publicBits: Uint8Array;
  readonly label: string;
  readonly traditional: Uint8Array;
  /** What PKCS#8 wraps. */
  readonly inner: Uint8Array;
}

/** A number of `bits` bits whose two highest and lowest are set. */
const oddNumber = (random: Random, bits: number): bigint => {
  const bytes = random.bytes(bits / 8);
  bytes[0] = (bytes[0] ?? 0) | 0xc0;
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 1;
  return fromBytes(bytes);
};

/** d with d·e ≡ 1 (mod phi); 0 where e has no inverse. */
const privateExponent = (phi: bigint): bigint => {
  const k = inverse(mod(-phi, EXPONENT), EXPONENT);
  return k === 0n ? 0n : (1n + k * phi) / EXPONENT;
};

const rsa = (random: Random, bits: number): Halves => {
  for (;;) {
    const p = oddNumber(random, bits / 2);
    const q = oddNumber(random, bits / 2);
    const d = privateExponent((p - 1n) * (q - 1n));
    const coefficient = inverse(q, p);
    if (d === 0n || coefficient === 0n) continue;
    const number = (value: bigint) => der.unsigned(toBytes(value));
    const n = number(p * q);
    const e = number(EXPONENT);
    const key = der.sequence(
      der.integer(0),
      n,
      e,
      number(d),
      number(p),
      number(q),
      number(mod(d, p - 1n)),
      number(mod(d, q - 1n)),
      number(coefficient),
    );
    const label = 'RSA PRIVATE KEY';
    return { algorithm: RSA, publicBits: der.sequence(n, e), label, traditional: key, inner: key };
  }
};

const ec = (random: Random, bits: number): Halves => {
  const curve = CURVES[bits];
  if (!curve) throw new Error(`no curve of ${bits} bits`);
  const scalar = mod(fromBytes(random.bytes(curve.size + 8)), curve.order - 1n) + 1n;
  const publicBits = publicPoint(curve, scalar);
  const name = der.oid(curve.oid);
  const secret = der.octets(toBytes(scalar, curve.size));
  const point = der.explicit(1, der.bits(publicBits));
  return {
    algorithm: der.sequence(der.oid('1.2.840.10045.2.1'), name),
    publicBits,
    label: 'EC PRIVATE KEY',
    traditional: der.sequence(der.integer(1), secret, der.explicit(0, name), point),
    inner: der.sequence(der.integer(1), secret, point),
  };
};

const ed25519 = (random: Random): Halves => {
  const seed = random.bytes(32);
  const inner = der.octets(seed);
  const traditional = der.sequence(der.integer(0), ED25519, der.octets(inner));
  return { algorithm: ED25519, publicBits: ed25519Public(seed), label: 'PRIVATE KEY', traditional, inner };
};

/** @param bits 2048, 3072, 4096, 8192 for RSA; 224, 256, 384, 521 for EC; of no meaning for Ed25519 */
export const newKeyPair = (random: Random, type: KeyType, bits: number): KeyPair => {
  const halves = type === 'rsa' ? rsa(random, bits) : type === 'ec' ? ec(random, bits) : ed25519(random);
  const { algorithm, publicBits, label, traditional, inner } = halves;
  const pkcs8 = type === 'ed25519' ? traditional : der.sequence(der.integer(0), algorithm, der.octets(inner));
  return {
    type,
    bits,
    publicPem: pem('PUBLIC KEY', der.sequence(algorithm, der.bits(publicBits))).trim(),
    privatePem: pem(label, traditional).trim(),
    pkcs8Pem: pem('PRIVATE KEY', pkcs8).trim(),
    keyId: [...sha1(publicBits)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
};
