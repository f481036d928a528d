import { bytesToHex } from '@noble/hashes/utils.js';
import { base64 } from '../../jwt/index.ts';
import type { Transaction } from '../core/transaction.ts';
import { errorAnswer, type HttpAnswer, jsonAnswer } from '../http/answer.ts';
import { addOwnMounts } from '../state/own-mounts.ts';
import { newRootTokenId } from '../tokens/ids.ts';
import { addRootToken } from '../tokens/root-token.ts';
import { hashKey } from './keys.ts';
import { split } from './shamir.ts';

/** vault: vault/seal.go, SealConfig.Validate */
export const problemOf = (shares: number, threshold: number): string | undefined => {
  if (shares < 1) return 'shares must be at least one';
  if (threshold < 1) return 'threshold must be at least one';
  if (shares > 1 && threshold === 1) return 'threshold must be greater than one for multiple shares';
  if (shares > 255) return 'shares must be less than 256';
  if (threshold > 255) return 'threshold must be less than 256';
  return threshold > shares ? 'threshold cannot be larger than shares' : undefined;
};

/** A new unseal key and its shares. */
export const makeKeys = (
  tx: Transaction,
  shares: number,
  threshold: number,
): { readonly hash: string; readonly shares: readonly Uint8Array[] } => {
  const key = tx.random.bytes(32);
  return { hash: hashKey(key), shares: shares === 1 ? [key] : split(tx.random, key, shares, threshold) };
};

/** `sys/init`: the keys and the first root token, shown this once. (vault: http/sys_init.go) */
export const initialize = (tx: Transaction, data: Readonly<Record<string, unknown>>): HttpAnswer => {
  if (tx.state.seal.initialized) return errorAnswer(400, 'Vault is already initialized');
  const shares = Number(data.secret_shares ?? 0);
  const threshold = Number(data.secret_threshold ?? 0);
  const problem = problemOf(shares, threshold);
  if (problem !== undefined) return errorAnswer(400, `invalid seal configuration: ${problem}`);
  const keys = makeKeys(tx, shares, threshold);
  const progress = { nonce: '', shares: [] };
  tx.set({ seal: { initialized: true, sealed: true, shares, threshold, keyHash: keys.hash, progress } });
  addOwnMounts(tx);
  const root = newRootTokenId(tx.random);
  addRootToken(tx, root, 'auth/token/root', 'root');
  tx.note('info', 'core', `security barrier initialized: stored=1 shares=${shares} threshold=${threshold}`);
  return jsonAnswer(200, {
    keys: keys.shares.map(bytesToHex),
    keys_base64: keys.shares.map(base64),
    root_token: root,
  });
};
