/** Errors that a Kubernetes client makes of HTTP answers. Source: k8s.io/apimachinery pkg/api/errors (NewGenericServerResponse). */

/** JSON as Go's encoder writes it: `<`, `>` and `&` as escapes. */
const goJson = (body: unknown): string =>
  typeof body === 'string'
    ? body.trim()
    : body === null || body === undefined
      ? ''
      : JSON.stringify(body).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);

const TEXTS: Readonly<Record<number, string>> = {
  400: 'the server rejected our request for an unknown reason',
  401: 'the server has asked for the client to provide credentials',
  404: 'the server could not find the requested resource',
  405: 'the server does not allow this method on the requested resource',
  409: 'the server reported a conflict',
  422: 'the server rejected our request due to an error in our request',
  429: 'the server has received too many requests and has asked us to try again later',
  503: 'the server is currently unable to handle the request',
  504: 'the server was unable to return a response in the time allotted, but may still be processing the request',
};

/** For these statuses the server's own text is the message. */
const VERBATIM = [403, 406, 415];

/**
 * The message of the error for a status outside 200–206.
 * @param body JSON value or text of the answer
 */
export const statusErrorText = (status: number, body: unknown): string => {
  if (VERBATIM.includes(status)) return goJson(body);
  const text = TEXTS[status];
  if (text !== undefined) return text;
  return status >= 500
    ? `an error on the server (${JSON.stringify(goJson(body))}) has prevented the request from succeeding`
    : `the server responded with the status code ${status} but did not return more information`;
};

/**
 * What the plugin says when an object cannot be read.
 * @param object `namespace` or `service account`
 */
export const readErrorText = (object: string, retrieval: string, status: number, body: unknown): string => {
  if (typeof body !== 'object' || body === null)
    return `failed to parse error status on ${retrieval} retrieval failure err=invalid character in answer`;
  const { message } = body as { readonly message?: unknown };
  return `failed to get ${object} (code ${status} status ${typeof message === 'string' ? message : ''})`;
};
