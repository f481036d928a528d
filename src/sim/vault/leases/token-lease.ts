import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { VaultState } from '../state/state.ts';

/** Lease id of a token: the path it was made by, and `h` with a keyed hash that does not tell the token. (token_store.go: SaltID) */
export const tokenLeaseId = (state: VaultState, token: string, path: string): string =>
  `${path}/h${bytesToHex(hmac(sha256, utf8ToBytes(state.barrierKey), utf8ToBytes(token)))}`;
