import { ApiFailure, KubectlFailure, statusText } from './failure.ts';

/** Several failures of one command. */
export class Failures extends Error {
  readonly errors: readonly unknown[];
  constructor(errors: readonly unknown[]) {
    super('several errors');
    this.errors = errors;
  }
}

/** Fail with what has been collected, if anything. */
export const throwAll = (errors: readonly unknown[]): void => {
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new Failures(errors);
};

/** Words and exit code of a failure; `null` for something that is none. */
export const told = (error: unknown): { readonly text: string; readonly exit: number } | null => {
  if (error instanceof KubectlFailure) return { text: error.message, exit: error.exit };
  if (error instanceof ApiFailure) return { text: statusText(error.status), exit: 1 };
  if (error instanceof Failures) return { text: error.errors.map((e) => told(e)?.text ?? '').join('\n'), exit: 1 };
  return null;
};
