/**
 * What a handler throws. A thrown error leaves the mount's storage as it was.
 * Status and text follow Vault's rules (vault: sdk/logical/response_util.go): text that is a *response* reaches the
 * client as it is; a plain Go error is wrapped (`1 error occurred:…`) on authenticated requests and plain on logins.
 */

export type ErrorKind =
  | 'error response' // logical.ErrorResponse, no error: 400
  | 'invalid request' // logical.ErrInvalidRequest, with or without a response text: 400
  | 'invalid credentials' // logical.ErrInvalidCredentials: 400, counts for the user lockout
  | 'permission denied' // 403
  | 'go error' // 500, or the status of a coded error
  | 'unsupported operation' // 405
  | 'unsupported path'; // 404

export class VaultError extends Error {
  readonly kind: ErrorKind;
  readonly status: number;
  /** The text is the backend's response; it is never wrapped. */
  readonly response: boolean;
  /** What the handler changed before it threw stays changed (Go does not roll back); see `keepChanges`. */
  readonly keeps: boolean;

  constructor(kind: ErrorKind, status: number, text: string, response: boolean, keeps = false) {
    super(text);
    this.name = 'VaultError';
    this.kind = kind;
    this.status = status;
    this.response = response;
    this.keeps = keeps;
  }
}

/** Validation text of a backend: 400, plain. */
export const errorResponse = (text: string): VaultError => new VaultError('error response', 400, text, true);

/** Validation text together with `ErrInvalidRequest` (the system and token backends do so): 400, plain. */
export const invalidRequest = (text: string): VaultError => new VaultError('invalid request', 400, text, true);

/** Wrong user name, password or secret id: 400, plain; the core counts it for the lockout. */
export const invalidCredentials = (text: string): VaultError => new VaultError('invalid credentials', 400, text, true);

/** A refusal without explanation: 403 `permission denied`. */
export const permissionDenied = (): VaultError => new VaultError('permission denied', 403, 'permission denied', false);

/** A Go error: 500; wrapped unless the path is unauthenticated. */
export const goError = (text: string): VaultError => new VaultError('go error', 500, text, false);

/** A Go error with a status of its own (logical.CodedError); wrapped like any Go error. */
export const codedError = (status: number, text: string): VaultError => new VaultError('go error', status, text, false);

export const unsupportedOperation = (): VaultError =>
  new VaultError('unsupported operation', 405, 'unsupported operation', false);

export const unsupportedPath = (): VaultError => new VaultError('unsupported path', 404, 'unsupported path', false);

/** The same refusal, but the changes made to the storage before it are kept: counters, caches. */
export const keepChanges = (error: VaultError): VaultError =>
  new VaultError(error.kind, error.status, error.message, error.response, true);

/** `hashicorp/go-multierror`'s list: `1 error occurred:` and one `\t* text` a line. */
export const multiError = (texts: readonly string[]): string =>
  `${texts.length} error${texts.length === 1 ? '' : 's'} occurred:\n${texts.map((text) => `\t* ${text}\n`).join('')}\n`;
