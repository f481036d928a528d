import type { Headers } from '../../kernel/http.ts';

/** What a request does. `create` instead of `update` only where the path has an existence check that says "new". */
export type Operation = 'create' | 'read' | 'update' | 'patch' | 'delete' | 'list';

/** A mount as its backend sees it. */
export interface Mount {
  /** With trailing slash, without `auth/`: `kubernetes/`, `secret/`. */
  readonly path: string;
  /** As routed: `auth/kubernetes/`, `secret/`. */
  readonly route: string;
  readonly class: 'secret' | 'auth';
  readonly type: string;
  readonly accessor: string;
  /** Version 4 UUID of the backend's storage. */
  readonly uuid: string;
  readonly options: Readonly<Record<string, string>> | null;
}

/** The token that asks. Times are Unix seconds or seconds. */
export interface Caller {
  readonly id: string;
  readonly accessor: string;
  readonly policies: readonly string[];
  readonly displayName: string;
  readonly entityId: string;
  readonly type: 'service' | 'batch';
  readonly path: string;
  readonly meta: Readonly<Record<string, string>> | null;
}

/** One request as a backend's handler gets it. @typeParam S the mount's storage */
export interface Request<S> {
  /** UUID; `request_id` of the answer. */
  readonly id: string;
  readonly operation: Operation;
  /** Below the mount: `role/app`. */
  readonly path: string;
  readonly mount: Mount;
  /** The mount's storage: an immer draft, change it in place. */
  readonly storage: S;
  /** Parameters as sent (body, or query of a GET, DELETE, LIST), before any conversion. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** Address of the peer: `10.0.1.7`. */
  readonly remote: string;
  /** The token that asks; on unauthenticated paths one that was sent all the same and is good, else `undefined`. */
  readonly caller: Caller | undefined;
  /** The token as it was sent, good or not; '' when none was. */
  readonly tokenId: string;
  /** Seconds asked for with `X-Vault-Wrap-TTL`; 0: none. */
  readonly wrapTtl: number;
}
