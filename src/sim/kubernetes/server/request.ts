import { type Headers, header } from '../../kernel/index.ts';

/** A request as the handlers see it. */
export interface ApiRequest {
  readonly method: string;
  /** Path without query, still percent-encoded. */
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Headers;
  readonly body: unknown;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Take a request line apart. A path that is badly encoded is taken as it stands. */
export const parseRequest = (method: string, target: string, headers: Headers, body: unknown): ApiRequest => {
  const [path = '/', search = ''] = target.split('?', 2);
  const query: Record<string, string[]> = {};
  for (const pair of search.split('&').filter((p) => p !== '')) {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    const name = decoded(key);
    query[name] = [...(Object.hasOwn(query, name) ? (query[name] ?? []) : []), decoded(value)];
  }
  return {
    method,
    path,
    segments: path
      .split('/')
      .filter((s) => s !== '')
      .map(decodePath),
    query,
    headers,
    body,
  };
};

const decodePath = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** First value of a query parameter, `''` where it is absent. */
export const param = (request: ApiRequest, name: string): string =>
  Object.hasOwn(request.query, name) ? (request.query[name]?.[0] ?? '') : '';

/** A boolean query parameter as the API server reads it: `1`, `t`, `true` in some cases of letters. */
export const flag = (request: ApiRequest, name: string): boolean =>
  ['1', 't', 'T', 'true', 'TRUE', 'True'].includes(param(request, name));

/** `dryRun=All`. */
export const isDryRun = (request: ApiRequest): boolean => (request.query.dryRun ?? []).includes('All');

/** Media type without parameters, in lower case. */
export const contentType = (request: ApiRequest): string =>
  (header(request.headers, 'content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
