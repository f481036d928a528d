import type { Status } from '../../kubernetes/api/status.ts';
import { http, type Process, type Run } from '../program.ts';
import { ApiFailure, KubectlFailure } from './failure.ts';
import type { Flags } from './flags.ts';

/** Where the kubeconfig points and who it says one is. */
export const SERVER = 'https://kubernetes.default.svc:443';
export const ADMIN_TOKEN = 'admin-token';

export const STRATEGIC = 'application/strategic-merge-patch+json';
export const MERGE = 'application/merge-patch+json';
export const JSON_PATCH = 'application/json-patch+json';
export const APPLY = 'application/apply-patch+yaml';

const HOST = SERVER.replace('https://', '').replace(/:443$/, '');

/** What a client says when no answer came. (kubectl: pkg/cmd/util/helpers.go, StandardErrorMessage; Go: net) */
const connectionText = (reason: string, host: string): string => {
  switch (reason) {
    case 'refused':
      return `The connection to the server ${host} was refused - did you specify the right host or port?`;
    case 'no such host':
      return `Unable to connect to the server: dial tcp: lookup ${host.split(':')[0]}: no such host`;
    case 'unknown authority':
      return 'Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority';
    case 'certificate expired':
      return 'Unable to connect to the server: tls: failed to verify certificate: x509: certificate has expired or is not yet valid';
    case 'timeout':
      return `Unable to connect to the server: dial tcp ${host}: i/o timeout`;
    case 'unreachable':
      return `Unable to connect to the server: dial tcp ${host}: connect: no route to host`;
    case 'closed':
      return 'Unable to connect to the server: EOF';
    default:
      return `Unable to connect to the server: read tcp ${host}: read: connection reset by peer`;
  }
};

/** `code` and text of the warnings in a `Warning` header. */
const warningsOf = (header: string): string[] =>
  [...header.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map((m) => (m[1] ?? '').replace(/\\(.)/g, '$1'));

const isStatus = (body: unknown): body is Status =>
  typeof body === 'object' && body !== null && (body as { kind?: unknown }).kind === 'Status';

/** Talks to the API server as the flags say. */
export class Client {
  readonly #process: Process;
  readonly #flags: Flags;
  readonly #warned = new Set<string>();

  constructor(process: Process, flags: Flags) {
    this.#process = process;
    this.#flags = flags;
  }

  #headers(contentType: string): Record<string, string> {
    const token = this.#flags.text('token') || ADMIN_TOKEN;
    const headers: Record<string, string> = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': 'kubectl/v1.34.4 (linux/amd64)',
      'content-type': contentType,
    };
    const as = this.#flags.text('as');
    const groups = this.#flags.list('as-group');
    const uid = this.#flags.text('as-uid');
    if (as !== '') headers['impersonate-user'] = as;
    if (groups.length > 0) headers['impersonate-group'] = groups.join(',');
    if (uid !== '') headers['impersonate-uid'] = uid;
    return headers;
  }

  /**
   * One exchange; warnings of the server are printed.
   * @throws ApiFailure for a refusal, KubectlFailure when no answer came
   */
  *request(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
    timeout?: number,
  ): Run<unknown> {
    const to = this.#flags.text('server') || SERVER;
    const given = yield* http({
      to,
      method,
      path,
      headers: this.#headers(contentType),
      ...(body !== undefined && { body }),
      ...(timeout !== undefined && { timeout }),
    });
    if ('failed' in given)
      throw new KubectlFailure(connectionText(given.failed, to === SERVER ? HOST : to.replace(/^https?:\/\//, '')));
    for (const text of warningsOf(given.headers.warning ?? given.headers.Warning ?? '')) this.warn(text);
    if (given.status >= 200 && given.status < 300) return given.body;
    if (isStatus(given.body)) throw new ApiFailure(given.body);
    const text = typeof given.body === 'string' ? given.body.trim() : JSON.stringify(given.body);
    throw new ApiFailure({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      ...(given.status === 404
        ? { reason: 'NotFound', message: 'the server could not find the requested resource' }
        : given.status >= 500
          ? {
              reason: 'InternalError',
              message: `an error on the server (${JSON.stringify(text)}) has prevented the request from succeeding`,
            }
          : { message: text }),
      code: given.status,
    });
  }

  /** A warning, once a command. */
  warn(text: string): void {
    if (this.#warned.has(text)) return;
    this.#warned.add(text);
    this.#process.err(`Warning: ${text}\n`);
  }
}
