/** Response wrapping: the answer goes into the cubbyhole of a single-use token. (vault: vault/wrapping.go) */
import { goTime } from '../framework/index.ts';
import { addToken, lookUp } from '../tokens/store.ts';
import { envelope } from './envelope.ts';
import type { LogicalRequest } from './logical-request.ts';
import type { CoreResponse, WrapInfo } from './reply.ts';
import type { Token } from './token.ts';
import type { Transaction } from './transaction.ts';

/** Policy of wrapping tokens. */
export const WRAPPING_POLICY = 'response-wrapping';

/** What a wrapping token's cubbyhole holds. */
export interface Wrapped {
  /** The whole answer as JSON text. */
  readonly response: { readonly response: string };
  readonly wrapinfo: {
    readonly creation_path: string;
    readonly creation_time: string;
    /** Seconds. */
    readonly creation_ttl: number;
  };
}

export const isWrappingToken = (token: Token): boolean =>
  token.policies.length === 1 && token.policies[0] === WRAPPING_POLICY;

/** What a wrapping token wraps. */
export const wrappedBy = (tx: Transaction, token: string): Wrapped | undefined => {
  const storage = tx.storage<Readonly<Record<string, Wrapped>>>(tx.ownMount('cubbyhole/'));
  return Object.hasOwn(storage, token) ? storage[token] : undefined;
};

/** A live wrapping token by the request's body, or else the caller's own. */
export const wrappingToken = (tx: Transaction, request: LogicalRequest): Token | undefined => {
  const { token: named } = request.data;
  const id = named === undefined || named === null ? request.token : named;
  const token = typeof id === 'string' && id !== '' ? lookUp(tx, id) : undefined;
  return token && isWrappingToken(token) ? token : undefined;
};

/** Seconds to wrap for: the shorter of what the request and the backend ask; 0: not at all. */
export const wrapTtlOf = (request: LogicalRequest, response: CoreResponse): number => {
  const asked = [request.wrapTtl, response.wrapTtl ?? 0].filter((ttl) => ttl > 0);
  return asked.length === 0 ? 0 : Math.min(...asked);
};

/** Puts an answer away; the returned answer carries the wrapping token. */
export const wrapResponse = (
  tx: Transaction,
  request: LogicalRequest,
  response: CoreResponse,
  ttl: number,
): CoreResponse => {
  const path = response.creationPath ?? request.path;
  const token = addToken(tx, {
    type: 'service',
    parent: '',
    policies: [WRAPPING_POLICY],
    displayName: '',
    entityId: '',
    path: request.path,
    meta: null,
    ttl,
    explicitMaxTtl: ttl,
    period: 0,
    uses: 1,
    boundCidrs: [],
    renewable: false,
    lease: { maxTtl: 0, period: 0, explicitMaxTtl: ttl },
  });
  const created = goTime(tx.wall);
  const held: Wrapped = {
    response: { response: response.wrapped ?? JSON.stringify(envelope(request.id, response)) },
    wrapinfo: { creation_path: path, creation_time: created, creation_ttl: ttl },
  };
  const { uuid } = tx.ownMount('cubbyhole/');
  tx.replaceStorage(uuid, { ...(tx.state.storage[uuid] as object), [token.id]: held });
  const accessor = response.issued?.accessor ?? response.wrappedAccessor;
  const wrapInfo: WrapInfo = {
    token: token.id,
    accessor: token.accessor,
    ttl,
    creation_time: created,
    creation_path: path,
    ...(accessor !== undefined && accessor !== '' && { wrapped_accessor: accessor }),
  };
  return { wrapInfo, ...(response.warnings && { warnings: response.warnings }) };
};
