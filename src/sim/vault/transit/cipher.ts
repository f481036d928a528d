/**
 * Authenticated encryption with hashes alone: a stand-in for AES-GCM and ChaCha20-Poly1305, and for RSA-OAEP. The key
 * stream is HMAC-SHA256 of nonce and counter; the tag is the first 16 bytes of an HMAC over nonce, associated data and
 * ciphertext. Sizes are those of the real ones: 12 bytes nonce, ciphertext as long as the plaintext, 16 bytes tag.
 * It decrypts what it encrypted and notices damage, but it is a teaching model's cipher and protects nothing.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const NONCE = 12;
const TAG = 16;

const stream = (key: Uint8Array, nonce: Uint8Array, length: number): Uint8Array => {
  const out = new Uint8Array(length);
  for (let i = 0; i * 32 < length; i++)
    out.set(hmac(sha256, key, concatBytes(utf8ToBytes(`stream ${i} `), nonce)).subarray(0, length - i * 32), i * 32);
  return out;
};

const tagOf = (key: Uint8Array, nonce: Uint8Array, data: Uint8Array, associated: Uint8Array): Uint8Array =>
  hmac(sha256, key, concatBytes(utf8ToBytes(`tag ${associated.length} `), nonce, associated, data)).subarray(0, TAG);

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ (b[i] ?? 0));

/** Nonce, ciphertext, tag. */
export const seal = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, associated: Uint8Array): Uint8Array => {
  const data = xor(plain, stream(key, nonce, plain.length));
  return concatBytes(nonce, data, tagOf(key, nonce, data, associated));
};

/** The plaintext, or `undefined` when key, associated data or a byte is another. */
export const open = (key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined => {
  if (sealed.length < NONCE + TAG) return undefined;
  const nonce = sealed.subarray(0, NONCE);
  const data = sealed.subarray(NONCE, sealed.length - TAG);
  const tag = tagOf(key, nonce, data, associated);
  const given = sealed.subarray(sealed.length - TAG);
  return tag.every((byte, i) => byte === given[i]) ? xor(data, stream(key, nonce, data.length)) : undefined;
};

/** `length` bytes that follow from a key and a purpose. */
export const derive = (key: Uint8Array, purpose: Uint8Array, length: number): Uint8Array =>
  stream(hmac(sha256, key, purpose), new Uint8Array(0), length);
