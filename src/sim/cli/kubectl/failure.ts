import type { Status } from '../../kubernetes/api/status.ts';

/** A command that ends early; its words go to standard error as they stand. */
export class KubectlFailure extends Error {
  readonly exit: number;
  constructor(message: string, exit = 1) {
    super(message);
    this.name = 'KubectlFailure';
    this.exit = exit;
  }
}

/** `error: …`, exit 1. */
export const failed = (message: string): KubectlFailure => new KubectlFailure(`error: ${message}`);

/** Wrong use of a command. (kubectl: pkg/cmd/util/helpers.go, UsageErrorf) */
export const misused = (command: string, message: string): KubectlFailure =>
  new KubectlFailure(`error: ${message}\nSee 'kubectl ${command} -h' for help and examples`);

/** A refusal of the API server. */
export class ApiFailure extends Error {
  readonly status: Status;
  constructor(status: Status) {
    super(status.message ?? '');
    this.name = 'ApiFailure';
    this.status = status;
  }
}

interface Details {
  readonly kind?: string;
  readonly name?: string;
  readonly causes?: readonly { readonly field?: string; readonly message?: string }[];
}

const invalidText = (status: Status): string => {
  const { kind = '', name = '', causes = [] } = (status.details ?? {}) as Details;
  let text = 'The request is invalid';
  if (kind !== '' || name !== '') text = `The ${kind} ${JSON.stringify(name)} is invalid`;
  else if (status.message && causes.length === 0) text += `: ${status.message}`;
  const lines = [...new Set(causes.map((c) => (c.field ? `${c.field}: ${c.message}` : (c.message ?? ''))))];
  if (lines.length === 0) return text;
  return lines.length === 1 ? `${text}: ${lines[0]}` : `${text}: \n${lines.map((l) => `* ${l}`).join('\n')}`;
};

/** What kubectl prints of a refusal. (kubectl: pkg/cmd/util/helpers.go, checkErr, StandardErrorMessage) */
export const statusText = (status: Status): string => {
  if (status.reason === 'Invalid') return invalidText(status);
  if (status.reason === 'Unauthorized') return `error: You must be logged in to the server (${status.message})`;
  return status.reason
    ? `Error from server (${status.reason}): ${status.message}`
    : `Error from server: ${status.message}`;
};

/** The same refusal, told with what was being done to which file. (kubectl: AddSourceToErr) */
export const withSource = (error: unknown, verb: string, source: string): unknown => {
  if (error instanceof ApiFailure && source !== '')
    return new ApiFailure({
      ...error.status,
      message: `error when ${verb} ${JSON.stringify(source)}: ${error.status.message}`,
    });
  return error;
};

/** A refusal wrapped into other words loses its form. */
export const wrapped = (error: unknown, prefix: string): unknown =>
  error instanceof ApiFailure ? failed(`${prefix}${error.message}`) : error;
