import type { RequestFailed, ResponseArrived } from '../../kernel/events.ts';
import type { Body } from '../../kernel/http.ts';
import { transportError } from './transport-error.ts';

/** What became of a call to Vault, as Vault's Go client reports it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Body }
  /** `*api.ResponseError` */
  | { readonly kind: 'api error'; readonly status: number; readonly text: string; readonly body: Body }
  /** No HTTP answer at all. */
  | { readonly kind: 'transport error'; readonly text: string };

/** The call that an outcome belongs to. */
export interface Call {
  readonly method: string;
  /** Whole: `http://vault:8200/v1/auth/kubernetes/login`. */
  readonly url: string;
  readonly namespace?: string;
  /** Where time runs out, it does so while connecting. */
  readonly dialing?: boolean;
}

const errorsOf = (body: Body): readonly string[] | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const { errors } = body as { errors?: unknown };
  return Array.isArray(errors) ? errors.map(String) : [];
};

/** The text of `*api.ResponseError`. Source: vault: api/response.go. */
export const apiErrorText = (call: Call, status: number, body: Body): string => {
  const namespace = call.namespace ? `Namespace: ${call.namespace}\n` : '';
  const head = `Error making API request.\n\n${namespace}URL: ${call.method} ${call.url}\nCode: ${status}. `;
  const errors = errorsOf(body);
  if (errors === undefined) return `${head}Raw Message:\n\n${typeof body === 'string' ? body : ''}`;
  return `${head}Errors:\n\n${errors.map((e) => `* ${e}`).join('')}`;
};

/** Judge an answer. A 404 is an error only to those who ask for it to be (`Logical().Read` does not). */
export const outcomeOf = (call: Call, event: ResponseArrived | RequestFailed): Outcome => {
  if (event.type === 'http.failure') return { kind: 'transport error', text: transportError(call, event.reason) };
  const { status, body } = event;
  if (status < 400) return { kind: 'answer', status, body };
  return { kind: 'api error', status, text: apiErrorText(call, status, body), body };
};

/**
 * The secret of a read, write or list as the client's logical backend gives it: a 404 that carries data or warnings is a
 * secret, one that does not is no secret and no error. Source: vault: api/logical.go.
 * @returns the body, `null` for no secret, or the outcome as the error it is
 */
export const secretOf = (
  outcome: Outcome,
): Readonly<Record<string, unknown>> | null | Exclude<Outcome, { kind: 'answer' }> => {
  if (outcome.kind === 'transport error' || (outcome.kind === 'api error' && outcome.status !== 404)) return outcome;
  const { body } = outcome;
  if (typeof body !== 'object' || body === null) return null;
  const secret = body as Record<string, unknown>;
  if (outcome.kind === 'answer') return secret;
  const full = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return full(secret.data) || full(secret.warnings) ? secret : null;
};
