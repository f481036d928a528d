import type { Headers } from '../../kernel/http.ts';
import type { Operation } from '../framework/index.ts';

/** A request after HTTP has been read: what every backend, the ACL and the audit log see. Plain JSON. */
export interface LogicalRequest {
  /** UUID. */
  readonly id: string;
  readonly operation: Operation | 'header' | 'help' | 'options';
  /** Without `/v1/`; a LIST path ends in `/`. */
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** Address of the peer. */
  readonly remote: string;
  /** '' when none was sent. */
  readonly token: string;
  /** Seconds; 0: no wrapping asked for. */
  readonly wrapTtl: number;
}
