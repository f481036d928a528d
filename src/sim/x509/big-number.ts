/** Whole numbers of any size, as keys need them: bytes are big-endian. */

export const fromBytes = (bytes: Uint8Array): bigint => {
  let hex = '0x0';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(hex);
};

/** @param length of the result in bytes; left out: as short as possible */
export const toBytes = (value: bigint, length?: number): Uint8Array => {
  const plain = value.toString(16);
  const hex = plain.padStart(length === undefined ? plain.length + (plain.length % 2) : length * 2, '0');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
};

/** The residue that is not negative. */
export const mod = (value: bigint, modulus: bigint): bigint => {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
};

/** The multiplicative inverse; 0 where there is none. */
export const inverse = (value: bigint, modulus: bigint): bigint => {
  let [a, b, x, y] = [mod(value, modulus), modulus, 1n, 0n];
  while (a > 1n) {
    if (b === 0n) return 0n;
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? mod(x, modulus) : 0n;
};
