/**
 * Batch tokens: nothing is stored, the token itself holds everything, sealed with Vault's barrier key. The seal is a
 * stand-in for AES-GCM: a SHA-256 key stream and an HMAC over the ciphertext. Readable only with the key, not alterable.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url, fromBase64url, fromUtf8 } from '../../jwt/index.ts';
import type { BatchToken } from '../state/state.ts';
import { BATCH_PREFIX } from './ids.ts';

const NONCE = 12;
const TAG = 16;

const masked = (bytes: Uint8Array, key: Uint8Array, nonce: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length);
  for (let block = 0; block * 32 < bytes.length; block++) {
    const stream = sha256(concatBytes(key, nonce, Uint8Array.of(block >> 8, block & 255)));
    for (let i = 0; i < 32 && block * 32 + i < bytes.length; i++)
      out[block * 32 + i] = (bytes[block * 32 + i] ?? 0) ^ (stream[i] ?? 0);
  }
  return out;
};

/** The text of a batch token. @param nonce 12 random bytes */
export const sealBatchToken = (token: BatchToken, barrierKey: string, nonce: Uint8Array): string => {
  const key = utf8ToBytes(barrierKey);
  const body = concatBytes(nonce, masked(utf8ToBytes(JSON.stringify(token)), key, nonce));
  return BATCH_PREFIX + base64url(concatBytes(body, hmac(sha256, key, body).slice(0, TAG)));
};

/** What a batch token holds, or `undefined` if it was not sealed with this key or was altered. */
export const openBatchToken = (id: string, barrierKey: string): BatchToken | undefined => {
  const decoded = fromBase64url(id.slice(BATCH_PREFIX.length));
  if (!('bytes' in decoded) || decoded.bytes.length <= NONCE + TAG) return undefined;
  const key = utf8ToBytes(barrierKey);
  const body = decoded.bytes.slice(0, -TAG);
  const tag = hmac(sha256, key, body).slice(0, TAG);
  if (!tag.every((byte, i) => byte === decoded.bytes[body.length + i])) return undefined;
  const text = fromUtf8(masked(body.slice(NONCE), key, body.slice(0, NONCE)));
  return JSON.parse(text) as BatchToken;
};
