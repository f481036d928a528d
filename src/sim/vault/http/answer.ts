import type { Headers } from '../../kernel/http.ts';
import { envelope } from '../core/envelope.ts';
import { type CoreResponse, errorText, type Reply } from '../core/reply.ts';
import type { Operation } from '../framework/index.ts';

/** An answer as it travels. `body` null: empty. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const JSON_HEADERS: Headers = { 'cache-control': 'no-store', 'content-type': 'application/json' };
const EMPTY_HEADERS: Headers = { 'cache-control': 'no-store' };

export const jsonAnswer = (status: number, body: unknown): HttpAnswer => ({ status, headers: JSON_HEADERS, body });

export const emptyAnswer = (status: number): HttpAnswer => ({ status, headers: EMPTY_HEADERS, body: null });

/** `{"errors":[…]}` */
export const errorAnswer = (status: number, ...errors: readonly string[]): HttpAnswer => jsonAnswer(status, { errors });

const hasNoKeys = ({ data }: CoreResponse): boolean => {
  if (!data || Object.keys(data).length === 0) return true;
  const { keys } = data;
  if (keys === undefined || keys === null) return false;
  return Array.isArray(keys) && keys.length === 0;
};

const isMissing = (operation: Operation | undefined, response: CoreResponse | undefined): boolean => {
  if (!response) return operation === 'read' || operation === 'list' || operation === undefined;
  if (operation !== 'list' || response.wrapInfo || response.status !== undefined) return false;
  return hasNoKeys(response) && !response.warnings?.length;
};

/** Status and body of what came of a request. (vault: sdk/logical/response_util.go, http/logical.go) */
export const answerOf = (
  requestId: string,
  reply: Reply,
  operation: Operation | undefined,
  authenticated: boolean,
): HttpAnswer => {
  const { error, response } = reply;
  if (error) return errorAnswer(error.status, errorText(error, authenticated));
  if (isMissing(operation, response)) return errorAnswer(404);
  if (!response) return emptyAnswer(204);
  if (response.raw)
    return {
      status: response.status ?? 200,
      headers: response.raw.headers ?? JSON_HEADERS,
      body: response.raw.body,
    };
  if (response.empty) return emptyAnswer(response.status ?? 204);
  return jsonAnswer(response.status ?? 200, envelope(requestId, response));
};
