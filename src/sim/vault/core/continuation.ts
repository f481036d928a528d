import type { AclDecision, Operation } from '../framework/index.ts';
import type { StoredLease } from '../state/state.ts';
import type { LogicalRequest } from './logical-request.ts';

/** Where a request that waits for an actor goes on. Plain JSON: the server keeps it in its context. */
export interface WaitingRequest {
  readonly type: 'request';
  readonly request: LogicalRequest;
  /** `create` or `update` settled. */
  readonly operation: Operation;
  /** Mount's storage id. */
  readonly mount: string;
  /** The path needs no token: a login. */
  readonly unauthenticated: boolean;
  /** This was the caller's last permitted use: it is revoked at the end. */
  readonly lastUse: boolean;
  /** What policies said, for the audit log; paths without token have none. */
  readonly decision?: AclDecision;
}

/** A lease whose revocation needs the network. It is out of the table already. */
export interface WaitingRevocation {
  readonly type: 'revocation';
  readonly id: string;
  readonly lease: StoredLease;
}

/** What a backend does by itself. */
export interface WaitingWake {
  readonly type: 'wake';
  /** Mount's storage id. */
  readonly mount: string;
}

export type Continuation = WaitingRequest | WaitingRevocation | WaitingWake;
