/** New unseal keys for old ones. (vault: http/sys_rekey.go, vault/rekey.go) The texts are by documentation, not recorded. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64 } from '../../jwt/index.ts';
import type { Transaction } from '../core/transaction.ts';
import { emptyAnswer, errorAnswer, type HttpAnswer, jsonAnswer } from '../http/answer.ts';
import type { Rekey } from '../state/state.ts';
import { makeKeys, problemOf } from './init.ts';
import { decodeKey, opens } from './keys.ts';

type Data = Readonly<Record<string, unknown>>;

export const NO_REKEY: Rekey = { started: false, nonce: '', shares: [], newShares: 0, newThreshold: 0 };

const status = (tx: Transaction): HttpAnswer => {
  const { started, nonce, shares, newShares, newThreshold } = tx.state.rekey;
  return jsonAnswer(200, {
    nonce,
    started,
    t: newThreshold,
    n: newShares,
    progress: shares.length,
    required: tx.state.seal.threshold,
    pgp_fingerprints: null,
    backup: false,
    verification_required: false,
  });
};

const start = (tx: Transaction, data: Data): HttpAnswer => {
  if (tx.state.rekey.started) return errorAnswer(400, 'rekey already in progress');
  if (data.pgp_keys !== undefined) tx.notModelled('sys/rekey with pgp_keys');
  const newShares = Number(data.secret_shares ?? 0);
  const newThreshold = Number(data.secret_threshold ?? 0);
  const problem = problemOf(newShares, newThreshold);
  if (problem !== undefined) return errorAnswer(400, `invalid rekey seal configuration: ${problem}`);
  tx.set({ rekey: { started: true, nonce: tx.random.uuid(), shares: [], newShares, newThreshold } });
  return status(tx);
};

/** `sys/rekey/init` */
export const rekeyInit = (tx: Transaction, method: string, data: Data): HttpAnswer => {
  if (method === 'GET') return status(tx);
  if (method === 'PUT' || method === 'POST') return start(tx, data);
  if (method !== 'DELETE') return errorAnswer(405);
  tx.set({ rekey: NO_REKEY });
  return emptyAnswer(204);
};

const finish = (tx: Transaction, shares: readonly string[]): HttpAnswer => {
  const { nonce, newShares, newThreshold } = tx.state.rekey;
  tx.set({ rekey: NO_REKEY });
  if (!opens(tx.state.seal, shares)) return errorAnswer(400, 'rekey failed: invalid key');
  const keys = makeKeys(tx, newShares, newThreshold);
  const { devKey: _, ...seal } = tx.state.seal;
  tx.set({ seal: { ...seal, shares: newShares, threshold: newThreshold, keyHash: keys.hash } });
  return jsonAnswer(200, {
    nonce,
    complete: true,
    keys: keys.shares.map(bytesToHex),
    keys_base64: keys.shares.map(base64),
    pgp_fingerprints: null,
    backup: false,
    verification_required: false,
  });
};

/** `sys/rekey/update`: one old key after the other; the answer to the last carries the new ones. */
export const rekeyUpdate = (tx: Transaction, data: Data): HttpAnswer => {
  const { rekey, seal } = tx.state;
  const key = typeof data.key === 'string' ? data.key : '';
  if (key === '') return errorAnswer(400, "'key' must be specified in request body as JSON");
  const decoded = decodeKey(key);
  if ('error' in decoded) return errorAnswer(400, decoded.error);
  if (!rekey.started) return errorAnswer(400, 'no barrier rekey in progress');
  if (data.nonce !== rekey.nonce)
    return errorAnswer(400, `incorrect nonce supplied; nonce for this rekey operation is "${rekey.nonce}"`);
  const share = bytesToHex(decoded.key);
  const shares = [...rekey.shares.filter((known) => known !== share), share];
  if (shares.length >= seal.threshold) return finish(tx, shares);
  tx.set({ rekey: { ...rekey, shares } });
  return status(tx);
};
