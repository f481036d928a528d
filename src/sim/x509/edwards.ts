/** Ed25519 public keys (RFC 8032 §5.1.5). */
import { sha512 } from '@noble/hashes/sha2.js';
import { fromBytes, inverse, mod, toBytes } from './big-number.ts';

const P = 2n ** 255n - 19n;
const D = mod(-121665n * inverse(121666n, P), P);
const BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
const BASE_Y = 46316835694926478169428394003475163141307993866256225615783033603165251855960n;

/** Extended coordinates. */
type Point = readonly [bigint, bigint, bigint, bigint];

const added = ([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point => {
  const a = mod((y1 - x1) * (y2 - x2), P);
  const b = mod((y1 + x1) * (y2 + x2), P);
  const c = mod(2n * t1 * t2 * D, P);
  const d = mod(2n * z1 * z2, P);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f, P), mod(g * h, P), mod(f * g, P), mod(e * h, P)];
};

/** @param seed 32 bytes: the private key */
export const ed25519Public = (seed: Uint8Array): Uint8Array => {
  const hash = sha512(seed).slice(0, 32);
  hash[0] = (hash[0] ?? 0) & 248;
  hash[31] = ((hash[31] ?? 0) & 63) | 64;
  const scalar = fromBytes(hash.reverse());
  const base: Point = [BASE_X, BASE_Y, 1n, mod(BASE_X * BASE_Y, P)];
  let point: Point = [0n, 1n, 1n, 0n];
  for (const bit of scalar.toString(2)) {
    point = added(point, point);
    if (bit === '1') point = added(point, base);
  }
  const z = inverse(point[2], P);
  const out = toBytes(mod(point[1] * z, P), 32).reverse();
  if (mod(point[0] * z, P) & 1n) out[31] = (out[31] ?? 0) | 0x80;
  return out;
};
