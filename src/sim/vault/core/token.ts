import type { Caller } from '../framework/index.ts';
import type { BatchToken, StoredToken } from '../state/state.ts';

/** A token that was looked up: a stored service token, or a batch token opened. */
export type Token =
  | ({ readonly id: string; readonly type: 'service' } & StoredToken)
  | ({
      readonly id: string;
      readonly type: 'batch';
      readonly accessor: '';
      readonly uses: 0;
      readonly period: 0;
    } & BatchToken);

export const callerOf = (token: Token): Caller => ({
  id: token.id,
  accessor: token.accessor,
  policies: token.policies,
  displayName: token.displayName,
  entityId: token.entityId,
  type: token.type,
  path: token.path,
  meta: token.meta,
});
