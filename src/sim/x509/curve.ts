/** The NIST curves over prime fields (FIPS 186-4, D.1.2): y² = x³ − 3x + b. Enough arithmetic to make public keys. */
import { inverse, mod, toBytes } from './big-number.ts';

export interface Curve {
  readonly oid: string;
  readonly p: bigint;
  readonly order: bigint;
  readonly x: bigint;
  readonly y: bigint;
  /** Bytes of a coordinate. */
  readonly size: number;
}

/** By the number of bits that `key_bits` names. */
export const CURVES: Readonly<Record<number, Curve>> = {
  224: {
    oid: '1.3.132.0.33',
    p: 2n ** 224n - 2n ** 96n + 1n,
    order: 0xffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3dn,
    x: 0xb70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21n,
    y: 0xbd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34n,
    size: 28,
  },
  256: {
    oid: '1.2.840.10045.3.1.7',
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
    y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
    size: 32,
  },
  384: {
    oid: '1.3.132.0.34',
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    x: 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
    y: 0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
    size: 48,
  },
  521: {
    oid: '1.3.132.0.35',
    p: 2n ** 521n - 1n,
    order:
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    x: 0xc6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66n,
    y: 0x11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650n,
    size: 66,
  },
};

/** Jacobian coordinates; z = 0: the point at infinity. */
type Point = readonly [bigint, bigint, bigint];

const INFINITY: Point = [0n, 1n, 0n];

const doubled = ([x, y, z]: Point, p: bigint): Point => {
  const delta = mod(z * z, p);
  const gamma = mod(y * y, p);
  const beta = mod(x * gamma, p);
  const alpha = mod(3n * (x - delta) * (x + delta), p);
  const x3 = mod(alpha * alpha - 8n * beta, p);
  return [x3, mod(alpha * (4n * beta - x3) - 8n * gamma * gamma, p), mod((y + z) * (y + z) - gamma - delta, p)];
};

/** @param b another point than `a`, with z = 1 */
const added = (a: Point, [x2, y2]: Point, p: bigint): Point => {
  const [x1, y1, z1] = a;
  if (z1 === 0n) return [x2, y2, 1n];
  const square = mod(z1 * z1, p);
  const h = mod(x2 * square - x1, p);
  const r = mod(y2 * z1 * square - y1, p);
  const h2 = mod(h * h, p);
  const h3 = mod(h * h2, p);
  const v = mod(x1 * h2, p);
  const x3 = mod(r * r - h3 - 2n * v, p);
  return [x3, mod(r * (v - x3) - y1 * h3, p), mod(z1 * h, p)];
};

/** The uncompressed public point of a private number (SEC 1, 2.3.3). @param scalar in [1, order) */
export const publicPoint = ({ p, x, y, size }: Curve, scalar: bigint): Uint8Array => {
  let point = INFINITY;
  for (const bit of scalar.toString(2)) {
    point = doubled(point, p);
    if (bit === '1') point = added(point, [x, y, 1n], p);
  }
  const z = inverse(point[2], p);
  const z2 = mod(z * z, p);
  return Uint8Array.from([4, ...toBytes(mod(point[0] * z2, p), size), ...toBytes(mod(point[1] * z2 * z, p), size)]);
};
