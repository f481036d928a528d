/** Which keys and hashes may be asked for. Source: vault: sdk/helper/certutil/helpers.go. */
import { errorResponse } from '../framework/index.ts';

const DEFAULT_BITS: Readonly<Record<string, number>> = { rsa: 2048, ec: 256 };
const RSA_LENGTHS = [2048, 3072, 4096, 8192];
const CURVE_LENGTHS = [224, 256, 384, 521];
const HASHES = [256, 384, 512];

export interface KeyLength {
  readonly keyBits: number;
  readonly signatureBits: number;
}

const checkKey = (type: string, bits: number): void => {
  if (type === 'rsa') {
    if (bits < 2048) throw errorResponse(`RSA keys < 2048 bits are unsafe and not supported: got ${bits}`);
    if (!RSA_LENGTHS.includes(bits)) throw errorResponse(`unsupported bit length for RSA key: ${bits}`);
  } else if (type === 'ec') {
    if (!CURVE_LENGTHS.includes(bits)) throw errorResponse(`unsupported bit length for EC key: ${bits}`);
  } else if (type !== 'any' && type !== 'ed25519') throw errorResponse(`unknown key type ${type}`);
};

/**
 * Fills in what is 0.
 * @throws VaultError 400 for a type, length or hash that Vault does not make
 */
export const checkedLength = (type: string, keyBits: number, signatureBits: number): KeyLength => {
  const bits = keyBits === 0 ? (DEFAULT_BITS[type] ?? 0) : keyBits;
  checkKey(type, bits);
  // EC keys bring their own hash; what was asked for is kept and of no effect.
  if (type === 'ec') return { keyBits: bits, signatureBits };
  if (type !== 'rsa') return { keyBits: bits, signatureBits: 0 };
  const hash = signatureBits === 0 ? 256 : signatureBits;
  if (!HASHES.includes(hash)) throw errorResponse(`unsupported hash signature algorithm: ${hash}`);
  return { keyBits: bits, signatureBits: hash };
};
