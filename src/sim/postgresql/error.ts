/** What the server says no with: severity, SQLSTATE and text, as the protocol's ErrorResponse carries them. */
export interface ServerError {
  readonly severity: 'FATAL' | 'ERROR';
  /** PostgreSQL: Appendix A, error codes. */
  readonly code: string;
  readonly message: string;
}

/** Thrown by statements; ends the transaction. */
export class SqlError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SqlError';
    this.code = code;
  }
}

export const syntaxError = (near: string): SqlError =>
  new SqlError('42601', near === '' ? 'syntax error at end of input' : `syntax error at or near "${near}"`);

export const undefinedRole = (name: string): SqlError => new SqlError('42704', `role "${name}" does not exist`);
