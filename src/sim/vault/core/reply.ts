import { multiError, type Response, type VaultError } from '../framework/index.ts';

/** `auth` of the envelope, in its own terms. */
export interface IssuedAuth {
  readonly client_token: string;
  readonly accessor: string;
  readonly policies: readonly string[];
  readonly token_policies?: readonly string[];
  readonly identity_policies?: readonly string[];
  readonly metadata: Readonly<Record<string, string>> | null;
  /** Seconds. */
  readonly lease_duration: number;
  readonly renewable: boolean;
  readonly entity_id: string;
  readonly token_type: 'service' | 'batch';
  readonly orphan: boolean;
  readonly mfa_requirement: null;
  readonly num_uses: number;
}

/** `wrap_info` of the envelope. */
export interface WrapInfo {
  readonly token: string;
  readonly accessor: string;
  /** Seconds. */
  readonly ttl: number;
  readonly creation_time: string;
  readonly creation_path: string;
  readonly wrapped_accessor?: string;
}

/** What Vault's own backends may answer besides. */
export interface CoreResponse extends Response {
  readonly issued?: IssuedAuth;
  /** Login data for the audit log: the name that the new token shows. */
  readonly displayName?: string;
  readonly entityCreated?: boolean;
  readonly lease?: { readonly id: string; readonly duration: number; readonly renewable: boolean };
  /** The answer must be wrapped for so many seconds, whatever the request asks. */
  readonly wrapTtl?: number;
  /** Path that the wrapping answer names instead of the request's. */
  readonly creationPath?: string;
  /** An answer that was wrapped before; wrapped again it stays itself. */
  readonly wrapped?: string;
  readonly wrapInfo?: WrapInfo;
  readonly mountType?: string;
}

/** What came of a request: an answer, or a refusal, or neither (204, or 404 for reads). */
export interface Reply {
  readonly response?: CoreResponse | undefined;
  readonly error?: VaultError | undefined;
}

/** The text that reaches the client. @param wrapped Go errors of authenticated requests come as a multi-error */
export const errorText = (error: VaultError, wrapped: boolean): string =>
  error.response || !wrapped ? error.message : multiError([error.message]);

const INNER: Readonly<Record<string, string>> = {
  'invalid request': 'invalid request',
  'invalid credentials': 'invalid credentials',
  'unsupported path': 'unsupported path',
};

/** The text that the audit log carries as `error`; `undefined` for a backend's plain error response. */
export const auditError = (error: VaultError, wrapped: boolean): string | undefined => {
  if (error.kind === 'error response') return undefined;
  const inner = error.response ? (INNER[error.kind] ?? error.message) : error.message;
  return wrapped ? multiError([inner]) : inner;
};
