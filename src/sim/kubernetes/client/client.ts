import type { RequestEffect } from '../../kernel/index.ts';

/** Origin of the API server as the cluster's own parts call it. */
export const API_SERVER = 'https://kubernetes.default.svc:443';

/** One call of the API. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
}

/** Media type of a JSON merge patch. */
export const MERGE_PATCH = 'application/merge-patch+json';
/** Media type of a strategic merge patch. */
export const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';

/** Milliseconds after which a part of the cluster gives up a call, so that a cut line never holds it for good. */
const PATIENCE = 30_000;

/** A call as a request of an actor that holds a bearer token. */
export const requestOf = (id: string, token: string, call: ApiCall, timeout = PATIENCE): RequestEffect => ({
  id,
  to: API_SERVER,
  method: call.method,
  path: call.path,
  timeout,
  headers: {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    ...(call.body !== undefined && { 'content-type': call.contentType ?? 'application/json' }),
  },
  ...(call.body !== undefined && { body: call.body }),
});

/** The path of a collection: `collection('apps', 'deployments', 'app')` → `/apis/apps/v1/namespaces/app/deployments`. */
export const collection = (group: string, plural: string, namespace = ''): string =>
  `${group === '' ? '/api/v1' : `/apis/${group}/v1`}${namespace === '' ? '' : `/namespaces/${namespace}`}/${plural}`;

/** Message of a Status answer, for events and logs. */
export const messageOf = (body: unknown): string => {
  const message = typeof body === 'object' && body !== null ? (body as { message?: unknown }).message : undefined;
  return typeof message === 'string' ? message : 'unknown error';
};
