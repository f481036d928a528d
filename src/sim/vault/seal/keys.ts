import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64 } from '../../jwt/index.ts';
import type { SealState } from '../state/state.ts';
import { combine } from './shamir.ts';

/** Bytes of an unseal key; 33 with the coordinate of a share. (vault: vault/core.go, MinimumUnsealKeyLength) */
const SHORTEST = 16;
const LONGEST = 33;

export const hashKey = (key: Uint8Array): string => bytesToHex(sha256(key));

/** A key as people type it: hexadecimal, or else base64. */
export const decodeKey = (text: string): { readonly key: Uint8Array } | { readonly error: string } => {
  const invalid = { error: "'key' must be a valid hex or base64 string" };
  if (/^([0-9a-fA-F]{2})+$/.test(text)) return sized(hexToBytes(text));
  const decoded = fromBase64(text);
  return 'bytes' in decoded && decoded.bytes.length > 0 ? sized(decoded.bytes) : invalid;
};

const sized = (key: Uint8Array): { readonly key: Uint8Array } | { readonly error: string } => {
  if (key.length < SHORTEST) return { error: `invalid key: key is shorter than minimum ${SHORTEST} bytes` };
  if (key.length > LONGEST) return { error: `invalid key: key is longer than maximum ${LONGEST} bytes` };
  return { key };
};

/** Whether these shares (hexadecimal) give the unseal key. */
export const opens = (seal: SealState, shares: readonly string[]): boolean => {
  const parts = shares.map(hexToBytes);
  const only = parts[0];
  if (!only) return false;
  return hashKey(seal.shares === 1 ? only : combine(parts)) === seal.keyHash;
};
