/** From an HTTP request to a logical one. (vault: http/logical.go, buildLogicalRequest) */
import { type Headers, header } from '../../kernel/http.ts';
import type { LogicalRequest } from '../core/logical-request.ts';
import { parseVaultDuration } from '../framework/index.ts';
import { emptyAnswer, errorAnswer, type HttpAnswer } from './answer.ts';
import { type Parameters, parseBody } from './body.ts';
import { parseQuery, type Target } from './path.ts';

/** A request as it arrives. */
export interface VaultRequest {
  readonly method: string;
  /** With query: `/v1/secret/data/app?version=1`. */
  readonly path: string;
  readonly headers?: Headers;
  /** JSON value, or text as sent. */
  readonly body?: unknown;
  /** Address of the peer. */
  readonly remote?: string;
}

type Verb = Pick<LogicalRequest, 'operation' | 'path' | 'data'>;

const slashed = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

const reading = (path: string, query: Record<string, unknown>): Verb | HttpAnswer => {
  const { list, ...data } = query;
  const first = Array.isArray(list) ? list[0] : list;
  if (first === undefined || first === '') return { operation: 'read', path, data: query };
  if (TRUE.has(String(first))) return { operation: 'list', path: slashed(path), data };
  if (FALSE.has(String(first))) return { operation: 'read', path, data: query };
  return errorAnswer(400, `strconv.ParseBool: parsing ${JSON.stringify(first)}: invalid syntax`);
};

const writing = (operation: 'update' | 'patch', path: string, parameters: Parameters): Verb | HttpAnswer =>
  'data' in parameters ? { operation, path, data: parameters.data } : errorAnswer(parameters.status, parameters.error);

const MERGE_PATCH = 'application/merge-patch+json';

const patching = (path: string, request: VaultRequest, strict: boolean): Verb | HttpAnswer => {
  const type = header(request.headers, 'content-type') ?? '';
  if (type === '') return errorAnswer(400, 'mime: no media type');
  const media = (type.split(';')[0] ?? '').trim().toLowerCase();
  if (media !== MERGE_PATCH)
    return errorAnswer(415, `PATCH requires Content-Type of ${MERGE_PATCH}, provided ${media}`);
  return writing('patch', path, parseBody(request.body, request.headers ?? {}, strict));
};

const verbOf = (request: VaultRequest, path: string, query: string, strict: boolean): Verb | HttpAnswer => {
  const parameters = parseQuery(query);
  // Asked for before anything else, whatever the method (vault: http/help.go, wrapHelpHandler).
  if ((parameters.help ?? '') !== '' || request.method === 'HELP') return { operation: 'help', path, data: {} };
  switch (request.method) {
    case 'GET':
      return reading(path, parameters);
    case 'LIST':
      return { operation: 'list', path: slashed(path), data: parameters };
    case 'DELETE':
      return { operation: 'delete', path, data: parameters };
    case 'POST':
    case 'PUT':
      return writing('update', path, parseBody(request.body, request.headers ?? {}, strict));
    case 'PATCH':
      return patching(path, request, strict);
    case 'OPTIONS':
      return { operation: 'options', path, data: {} };
    case 'HEAD':
      // Answered by those endpoints alone that look at the method themselves.
      return path === 'sys/health' ? { operation: 'header', path, data: parameters } : emptyAnswer(405);
    default:
      return errorAnswer(405);
  }
};

/** `X-Vault-Token`, or a bearer token. Blanks around it are the header's, not the token's. */
const tokenOf = (headers: Headers): string => {
  const own = header(headers, 'x-vault-token')?.trim() ?? '';
  if (own !== '') return own;
  return /^Bearer\s+(\S+)\s*$/.exec(header(headers, 'authorization') ?? '')?.[1] ?? '';
};

const wrapTtlOf = (headers: Headers): number | string => {
  const text = header(headers, 'x-vault-wrap-ttl')?.trim() ?? '';
  if (text === '') return 0;
  const parsed = parseVaultDuration(text);
  if (parsed.error !== undefined) return parsed.error;
  return parsed.seconds < 0 ? 'requested wrap ttl cannot be negative' : Math.trunc(parsed.seconds);
};

/**
 * @param id UUID of the request
 * @param target decoded; begins with `/v1/`
 * @param strict Vault 1.21's JSON reader
 * @returns the logical request, or the answer to a request that is none
 */
export const logicalRequest = (
  id: string,
  request: VaultRequest,
  target: Target,
  strict: boolean,
): LogicalRequest | HttpAnswer => {
  const verb = verbOf(request, target.path.slice('/v1/'.length), target.query, strict);
  if ('status' in verb) return verb;
  const headers = request.headers ?? {};
  const wrapTtl = wrapTtlOf(headers);
  if (typeof wrapTtl === 'string') {
    return errorAnswer(400, `error parsing X-Vault-Wrap-TTL header: ${wrapTtl}`);
  }
  return { id, ...verb, headers, remote: request.remote ?? '127.0.0.1', token: tokenOf(headers), wrapTtl };
};
