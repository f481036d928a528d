import { quote } from '../go/quote.ts';
import { Refusal } from './go/refusal.ts';
import { type Decision, mutate } from './mutate.ts';
import { readReview } from './review/read-review.ts';
import type { Settings } from './settings/settings.ts';

export interface WebhookRequest {
  readonly method: string;
  /** With query. */
  readonly path: string;
  /** Value of the header Content-Type, empty where there is none. */
  readonly contentType: string;
  /** A JSON value, or a text as it was sent; null: no body. */
  readonly body: unknown;
}

/** What the network sees of one request. `closed`: the connection is dropped without an answer. */
export type Answer =
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly status: number; readonly body: string; readonly warning: string }
  | { readonly kind: 'reviewed'; readonly status: 200; readonly body: object; readonly decision: Decision }
  | { readonly kind: 'other'; readonly status: number; readonly body: string | null };

const error = (status: number, text: string): Answer => ({ kind: 'error', status, body: `${text}\n`, warning: text });

const review = ({ contentType, body }: WebhookRequest, settings: Settings): Answer => {
  if (contentType !== 'application/json') return error(400, `Invalid content-type: ${quote(contentType)}`);
  if (body === null || body === undefined || body === '') return error(400, 'Empty request body');
  try {
    const mutation = mutate(readReview(body), settings);
    if (mutation.closed) return { kind: 'closed' };
    return { kind: 'reviewed', status: 200, body: mutation.response, decision: mutation.decision };
  } catch (failure) {
    if (failure instanceof Refusal) return error(500, `error decoding admission request: ${failure.message}`);
    throw failure;
  }
};

/**
 * Answers any request to the injector. Content type before body, body before its content; the method does not matter.
 * vault-k8s: agent-inject/handler.go `Handle`, subcommand/injector/command.go
 */
export const handle = (request: WebhookRequest, settings: Settings): Answer => {
  const [path] = request.path.split('?');
  if (path === '/mutate') return review(request, settings);
  if (path === '/health/ready') return { kind: 'other', status: 204, body: null };
  return { kind: 'other', status: 404, body: '404 page not found\n' };
};
