/** Making a root token from unseal keys. (vault: http/sys_generate_root.go, vault/generate_root.go) */
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '../../jwt/index.ts';
import type { Transaction } from '../core/transaction.ts';
import { emptyAnswer, errorAnswer, type HttpAnswer, jsonAnswer } from '../http/answer.ts';
import type { RootGeneration } from '../state/state.ts';
import { newRootTokenId } from '../tokens/ids.ts';
import { addRootToken } from '../tokens/root-token.ts';
import { decodeKey, opens } from './keys.ts';

/** Length of `hvs.` and 24 characters. */
const OTP_LENGTH = 28;

export const NO_GENERATION: RootGeneration = { started: false, nonce: '', shares: [], otp: '' };

const status = (tx: Transaction, extra: Readonly<Record<string, unknown>> = {}): HttpAnswer => {
  const { nonce, started, shares } = tx.state.rootGeneration;
  return jsonAnswer(200, {
    nonce,
    started,
    progress: shares.length,
    required: tx.state.seal.threshold,
    complete: false,
    encoded_token: '',
    encoded_root_token: '',
    pgp_fingerprint: '',
    otp: '',
    otp_length: OTP_LENGTH,
    ...extra,
  });
};

const start = (tx: Transaction, data: Readonly<Record<string, unknown>>): HttpAnswer => {
  if (tx.state.rootGeneration.started) return errorAnswer(400, 'root generation already in progress');
  if (typeof data.pgp_key === 'string' && data.pgp_key !== '') tx.notModelled('sys/generate-root with pgp_key');
  const given = typeof data.otp === 'string' ? data.otp : '';
  if (given !== '' && given.length !== OTP_LENGTH) return errorAnswer(400, 'OTP string is wrong length');
  const otp = given === '' ? tx.random.text(OTP_LENGTH) : given;
  tx.set({ rootGeneration: { started: true, nonce: tx.random.uuid(), shares: [], otp } });
  return status(tx, { otp: given === '' ? otp : '' });
};

const encode = (token: string, otp: string): string => {
  const pad = utf8ToBytes(otp);
  return base64(utf8ToBytes(token).map((byte, i) => byte ^ (pad[i] ?? 0))).replace(/=+$/, '');
};

const finish = (tx: Transaction, shares: readonly string[]): HttpAnswer => {
  const { otp, nonce } = tx.state.rootGeneration;
  tx.set({ rootGeneration: NO_GENERATION });
  if (!opens(tx.state.seal, shares)) return errorAnswer(400, 'unable to authenticate: invalid key');
  const root = newRootTokenId(tx.random);
  addRootToken(tx, root, 'auth/token/root', 'root');
  const encoded = encode(root, otp);
  return status(tx, {
    nonce,
    started: true,
    complete: true,
    progress: shares.length,
    encoded_token: encoded,
    encoded_root_token: encoded,
  });
};

/** `sys/generate-root/attempt` */
export const rootAttempt = (tx: Transaction, method: string, data: Readonly<Record<string, unknown>>): HttpAnswer => {
  if (method === 'GET') return status(tx);
  if (method === 'PUT' || method === 'POST') return start(tx, data);
  if (method !== 'DELETE') return errorAnswer(405);
  tx.set({ rootGeneration: NO_GENERATION });
  return emptyAnswer(204);
};

/** `sys/generate-root/update`: one key after the other. */
export const rootUpdate = (tx: Transaction, data: Readonly<Record<string, unknown>>): HttpAnswer => {
  const { rootGeneration, seal } = tx.state;
  const key = typeof data.key === 'string' ? data.key : '';
  if (key === '') return errorAnswer(400, "'key' must be specified in request body as JSON");
  const decoded = decodeKey(key);
  if ('error' in decoded) return errorAnswer(400, decoded.error);
  if (!rootGeneration.started) return errorAnswer(400, 'no root generation in progress');
  if (data.nonce !== rootGeneration.nonce)
    return errorAnswer(
      400,
      `incorrect nonce supplied; nonce for this root generation operation is "${rootGeneration.nonce}"`,
    );
  const share = bytesToHex(decoded.key);
  const shares = [...rootGeneration.shares.filter((known) => known !== share), share];
  if (shares.length >= seal.threshold) return finish(tx, shares);
  tx.set({ rootGeneration: { ...rootGeneration, shares } });
  return status(tx);
};
