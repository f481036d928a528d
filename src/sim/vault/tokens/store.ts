/** The token store: look up, add, use up. Ending tokens is in `leases/`. (vault: vault/token_store.go) */

import { plain } from '../core/plain.ts';
import type { Token } from '../core/token.ts';
import type { Transaction } from '../core/transaction.ts';
import { addressAllowed } from '../framework/index.ts';
import type { BatchToken, StoredToken, TokenLease } from '../state/state.ts';
import { drop, find, put } from '../state/table.ts';
import { openBatchToken, sealBatchToken } from './batch.ts';
import { BATCH_PREFIX, newAccessorId, newTokenId } from './ids.ts';
import { shared } from './shared.ts';

const openBatch = (tx: Transaction, id: string): Token | undefined => {
  const token = openBatchToken(id, tx.state.barrierKey);
  if (!token || token.created + token.ttl * 1000 <= tx.wall) return undefined;
  // A batch token ends with its parent: there is nothing stored that could be revoked instead.
  if (token.parent !== '' && !lookUp(tx, token.parent)) return undefined;
  return { id, type: 'batch', accessor: '', uses: 0, period: 0, ...token };
};

/**
 * A live token by its id. One whose last use is being made counts as gone, unless `tainted` ones are wanted too.
 * @returns `undefined` for unknown, ended and revoked tokens alike
 */
export function lookUp(tx: Transaction, id: string, tainted = false): Token | undefined {
  if (id.startsWith(BATCH_PREFIX)) return openBatch(tx, id);
  const stored = find(tx.state.tokens, id);
  if (!stored || (stored.due !== undefined && stored.due <= tx.wall)) return undefined;
  if (stored.uses < 0 && !tainted) return undefined;
  return { id, type: 'service', ...stored };
}

/** A live token by its accessor. */
export const byAccessor = (tx: Transaction, accessor: string, tainted = false): Token | undefined => {
  const id = find(tx.state.accessors, accessor);
  return id === undefined ? undefined : lookUp(tx, id, tainted);
};

/** What a new token is made of; see StoredToken for units. */
export interface NewToken {
  readonly id?: string;
  readonly type: 'service' | 'batch';
  readonly parent: string;
  readonly policies: readonly string[];
  readonly displayName: string;
  readonly entityId: string;
  readonly path: string;
  readonly meta: Readonly<Record<string, string>> | null;
  readonly ttl: number;
  readonly explicitMaxTtl: number;
  readonly period: number;
  readonly uses: number;
  readonly boundCidrs: readonly string[];
  readonly role?: string;
  readonly renewable: boolean;
  readonly lease: Omit<TokenLease, 'ttl' | 'orphan' | 'uses'>;
}

const addDependent = (tx: Transaction, token: string, id: string, kind: 'token' | 'lease'): void =>
  tx.set({ dependents: put(tx.state.dependents, token, put(find(tx.state.dependents, token) ?? null, id, kind)) });

/** Something ends with the token. */
export const dependOn = addDependent;

/** It no longer does. */
export const detach = (tx: Transaction, token: string, id: string): void => {
  const rest = drop(find(tx.state.dependents, token) ?? null, id);
  const { dependents } = tx.state;
  tx.set({ dependents: rest === null ? drop(dependents, token) : put(dependents, token, rest) });
};

const addBatch = (tx: Transaction, from: NewToken): Token => {
  const { parent, policies, displayName, entityId, path, meta, ttl, explicitMaxTtl, boundCidrs, role } = from;
  const held: BatchToken = {
    parent,
    policies,
    displayName,
    entityId,
    path,
    meta,
    created: tx.wall,
    ttl,
    explicitMaxTtl,
    ...(boundCidrs.length > 0 && { boundCidrs }),
    ...(role !== undefined && { role }),
  };
  const id = sealBatchToken(held, tx.state.barrierKey, tx.random.bytes(12));
  return { id, type: 'batch', accessor: '', uses: 0, period: 0, ...held };
};

/** Makes a token; the caller has checked everything. Lists of a role that is being read may be drafts: they end here. */
export const addToken = (tx: Transaction, given: NewToken): Token => {
  const from = plain(given);
  if (from.type === 'batch') return addBatch(tx, from);
  const id = from.id ?? newTokenId(tx.random);
  const accessor = newAccessorId(tx.random);
  const { type: _, id: __, lease, boundCidrs, ...rest } = from;
  const stored: StoredToken = {
    ...rest,
    policies: shared(rest.policies),
    displayName: shared(rest.displayName),
    path: shared(rest.path),
    meta: shared(rest.meta),
    accessor,
    created: tx.wall,
    ...(boundCidrs.length > 0 && { boundCidrs }),
    ...(from.ttl > 0 && { due: tx.wall + from.ttl * 1000 }),
    lease: { ...lease, ttl: from.ttl, orphan: from.parent === '', uses: from.uses },
  };
  tx.set({ tokens: put(tx.state.tokens, id, stored), accessors: put(tx.state.accessors, accessor, id) });
  if (from.parent !== '') addDependent(tx, from.parent, id, 'token');
  return { id, type: 'service', ...stored };
};

/** Replaces what is stored of a token. */
export const updateToken = (tx: Transaction, id: string, change: Partial<StoredToken>): void => {
  const stored = find(tx.state.tokens, id);
  if (stored) tx.set({ tokens: put(tx.state.tokens, id, { ...stored, ...change }) });
};

/**
 * Counts one use of a token with a limit. @returns whether this was the last one: the token is to be revoked when the
 * request is done, and counts as gone meanwhile
 */
export const spendUse = (tx: Transaction, token: Token): boolean => {
  if (token.type === 'batch' || token.uses <= 0) return false;
  const last = token.uses === 1;
  updateToken(tx, token.id, { uses: last ? -1 : token.uses - 1 });
  return last;
};

/** Whether the peer may use the token: non-expiring root tokens are never bound. */
export const fromBoundAddress = (token: Token, remote: string): boolean =>
  token.ttl === 0 || addressAllowed(remote, token.boundCidrs);
