import { internalPath } from '../core/internal-path.ts';
import { listResponse } from '../framework/index.ts';
import { entries } from '../state/table.ts';
import type { TokenStorage } from './storage.ts';

/** LIST `auth/token/accessors`: service tokens only. The real order is that of salted hashes: it means nothing. */
export const accessors = internalPath<TokenStorage>()({
  pattern: 'accessors/?',
  fields: {},
  operations: { list: (core) => listResponse([...entries(core.tx.state.accessors)].map(([accessor]) => accessor)) },
});

const STARTED =
  "Tidy operation successfully started. Any information from the operation will be printed to Vault's server logs.";

/** There is never anything to tidy in the model. */
export const tidyTokens = internalPath<TokenStorage>()({
  pattern: 'tidy',
  fields: {},
  operations: { update: () => ({ status: 202, warnings: [STARTED] }) },
});
