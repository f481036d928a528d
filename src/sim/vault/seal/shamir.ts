/** Shamir's secret sharing over GF(256) with the AES polynomial, byte by byte. (vault: shamir/shamir.go) */
import type { Random } from '../../kernel/random.ts';

const multiply = (a: number, b: number): number => {
  let product = 0;
  for (let x = a, y = b; y > 0; y >>= 1) {
    if (y & 1) product ^= x;
    x = (x << 1) ^ (x & 0x80 ? 0x11b : 0);
  }
  return product;
};

const inverse = (a: number): number => {
  let power = 1;
  for (let i = 0; i < 254; i++) power = multiply(power, a);
  return power;
};

const valueAt = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => multiply(sum, x) ^ coefficient, 0);

/**
 * Splits a secret into shares, any `threshold` of which give it back. A share is one byte longer than the secret: its
 * last byte is its x coordinate.
 */
export const split = (random: Random, secret: Uint8Array, shares: number, threshold: number): Uint8Array[] => {
  const polynomials = [...secret].map((byte) => [byte, ...random.bytes(threshold - 1)]);
  return Array.from({ length: shares }, (_, i) =>
    Uint8Array.from([...polynomials.map((polynomial) => valueAt(polynomial, i + 1)), i + 1]),
  );
};

/** The secret of enough shares; wrong shares give a wrong secret, as they must. */
export const combine = (shares: readonly Uint8Array[]): Uint8Array => {
  const length = (shares[0]?.length ?? 1) - 1;
  const xs = shares.map((share) => share[length] ?? 0);
  const weights = xs.map((x, i) =>
    xs.reduce((product, other, j) => (i === j ? product : multiply(product, multiply(other, inverse(other ^ x)))), 1),
  );
  return Uint8Array.from({ length }, (_, at) =>
    shares.reduce((sum, share, i) => sum ^ multiply(share[at] ?? 0, weights[i] ?? 0), 0),
  );
};
