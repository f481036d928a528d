import { authenticate } from '../core/check-token.ts';
import type { LogicalRequest } from '../core/logical-request.ts';
import { errorText } from '../core/reply.ts';
import type { Transaction } from '../core/transaction.ts';
import { permissionDenied, VaultError } from '../framework/index.ts';
import { errorAnswer, type HttpAnswer } from '../http/answer.ts';
import { revokeToken } from '../leases/revoke.ts';
import { spendUse } from '../tokens/store.ts';

/** Some endpoints outside any backend want a token with `update` and `sudo` on their path. @returns the refusal */
export const refusedWithoutSudo = (tx: Transaction, request: LogicalRequest): HttpAnswer | undefined => {
  const rights = authenticate(tx, request);
  if (rights instanceof VaultError) return errorAnswer(rights.status, errorText(rights, true));
  if (spendUse(tx, rights.token)) revokeToken(tx, rights.token.id);
  const { path, data, wrapTtl } = request;
  const decision = rights.acl.allow({ operation: 'update', path, data, wrapTtl });
  return decision.allowed && decision.sudo ? undefined : errorAnswer(403, errorText(permissionDenied(), true));
};
