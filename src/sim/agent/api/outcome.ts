import type { ResponseArrived, RequestFailed } from '../../kernel/events.ts';
import type { Body } from '../../kernel/http.ts';
import { transportError } from './transport-error.ts';

/** What became of a call to Vault, as Vault's Go client reports it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Body }
  /** `*api.ResponseError` */
  | { readonly kind: 'api error'; readonly status: number; readonly text: string }
  /** No HTTP answer at all. */
  | { readonly kind: 'transport error'; readonly text: string };

/** The call that an outcome belongs to. */
export interface Call {
  readonly method: string;
  /** Whole: `http://vault:8200/v1/auth/kubernetes/login`. */
  readonly url: string;
  readonly namespace?: string;
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
  return { kind: 'api error', status, text: apiErrorText(call, status, body) };
};
