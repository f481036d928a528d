import { bytesToHex } from '@noble/hashes/utils.js';
import type { Transaction } from '../core/transaction.ts';
import { errorAnswer, type HttpAnswer, jsonAnswer } from '../http/answer.ts';
import { decodeKey, opens } from './keys.ts';
import { sealStatus } from './status.ts';

const NO_PROGRESS = { nonce: '', shares: [] };

const setSeal = (tx: Transaction, change: Partial<Transaction['state']['seal']>): void =>
  tx.set({ seal: { ...tx.state.seal, ...change } });

/** The text for a wrong key is by documentation, not recorded. */
const WRONG_KEY =
  'invalid key: failed to decrypt keys from storage: failed to decrypt encrypted stored keys: cipher: message authentication failed';

const addShare = (tx: Transaction, key: Uint8Array): HttpAnswer => {
  const { seal } = tx.state;
  const share = bytesToHex(key);
  const { progress } = seal;
  const nonce = progress.nonce === '' ? tx.random.uuid() : progress.nonce;
  const shares = progress.shares.includes(share) ? progress.shares : [...progress.shares, share];
  if (shares.length < seal.threshold) {
    setSeal(tx, { progress: { nonce, shares } });
    return jsonAnswer(200, sealStatus(tx));
  }
  const right = opens(seal, shares);
  setSeal(tx, { progress: NO_PROGRESS, sealed: !right });
  if (!right) return errorAnswer(400, WRONG_KEY);
  tx.note('info', 'core', 'vault is unsealed');
  return jsonAnswer(200, sealStatus(tx));
};

/** `sys/unseal`: one share after the other, or `reset`. (vault: http/sys_seal.go) */
export const unseal = (tx: Transaction, data: Readonly<Record<string, unknown>>): HttpAnswer => {
  const { initialized, sealed } = tx.state.seal;
  const key = typeof data.key === 'string' ? data.key : '';
  if (data.reset === true) {
    if (!sealed) return errorAnswer(400, 'vault is unsealed');
    setSeal(tx, { progress: NO_PROGRESS });
    return jsonAnswer(200, sealStatus(tx));
  }
  if (key === '') return errorAnswer(400, "'key' must be specified in request body as JSON, or 'reset' set to true");
  const decoded = decodeKey(key);
  if ('error' in decoded) return errorAnswer(400, decoded.error);
  if (!initialized) return errorAnswer(400, 'Vault is not initialized');
  return sealed ? addShare(tx, decoded.key) : jsonAnswer(200, sealStatus(tx));
};
