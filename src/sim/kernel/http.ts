/** What travels over the modelled network. Bodies are shared by reference and therefore never changed once sent. */

/** A JSON value; a string stands for text sent as it is; `null` for an empty body. */
export type Body = unknown;

export type Headers = Readonly<Record<string, string>>;

export interface HttpRequest {
  readonly method: string;
  /** Path with query, from the first `/`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers?: Headers;
  readonly body?: Body;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Headers;
  readonly body: Body;
}

/** Why no answer came. The words a client prints are the client's own; this is the cause. */
export type FailureReason =
  | 'refused' // nothing listens there: a RST at once
  | 'no such host' // the name does not resolve
  | 'unreachable' // no route
  | 'timeout' // packets vanish; reported when the client's own timeout passes
  | 'reset' // the connection broke while waiting, or spoke another protocol
  | 'closed' // the server closed the connection without an answer (EOF)
  | 'unknown authority' // TLS: the certificate's authority is not trusted
  | 'certificate expired' // TLS
  | 'aborted'; // the client gave up itself

/** The value of a header, whatever the letter case of its name. */
export const header = (headers: Headers | undefined, name: string): string | undefined => {
  if (!headers) return undefined;
  const low = name.toLowerCase();
  const direct = headers[low];
  if (direct !== undefined) return direct;
  for (const key of Object.keys(headers)) if (key.toLowerCase() === low) return headers[key];
  return undefined;
};
