/** A Vault that cannot write its audit log serves nobody. (vault: vault/request_handling.go, audit/broker.go, event/sink_file.go) */
import type { Transaction } from '../core/transaction.ts';
import { goError, goQuote, type VaultError } from '../framework/index.ts';

/**
 * Why a request must be refused before anything is done for it; `undefined` where its audit line can be written, or none is
 * to be written. The log has the cause, the client has not.
 * @param path of the request
 */
export const auditFailure = (tx: Transaction, path: string): VaultError | undefined => {
  const { auditTrouble: trouble } = tx.state;
  const files = Object.values(tx.state.audit).flatMap(({ options }) => options.file_path ?? []);
  const file = files[0];
  if (trouble === undefined || file === undefined || files.some((f) => f === 'stdout' || f === 'discard'))
    return undefined;
  const cause = `error writing file for sink ${goQuote(file)}: unable to re-write to file for sink ${goQuote(file)}: write ${file}: ${trouble}`;
  const error = goQuote(`event not processed by enough 'sink' nodes: ${cause}`);
  tx.note('error', 'core', `failed to audit request: path=${path} error=${error}`);
  return goError('internal error');
};
