import { header, Random, type Wall } from '../../kernel/index.ts';
import { methodNotAllowed, notRoutable, StatusError, unauthorized } from '../api/status.ts';
import { authenticateToken } from '../authn/authenticate.ts';
import { impersonated } from '../authn/impersonate.ts';
import { ANONYMOUS, type User } from '../authn/user.ts';
import { attributesOf } from '../authz/attributes.ts';
import { authorize } from '../authz/rbac.ts';
import { refusal } from '../authz/refusal.ts';
import { ENDPOINTS } from '../endpoints/index.ts';
import type { Context, Outcome } from './context.ts';
import type { ApiRequest } from './request.ts';
import { requestInfo } from './request-info.ts';
import { servedKind } from './served.ts';
import { type ApiState, workingCopy } from './state.ts';

/** When something happens, and the seed of what is random in it. */
export interface Moment {
  /** Unix milliseconds on the server's clock. */
  readonly wall: Wall;
  readonly entropy: number;
}

/** What a request led to: the state afterwards, and what is to be done. */
export interface Handled {
  readonly state: ApiState;
  readonly outcome: Outcome;
}

/** Resources that exist without being stored here: a wrong method on them is 405, not 404. */
const OTHER_RESOURCES = new Set([
  'tokenreviews',
  'selfsubjectreviews',
  'selfsubjectrulesreviews',
  'subjectaccessreviews',
  'selfsubjectaccessreviews',
  'localsubjectaccessreviews',
]);
const SUBRESOURCES = new Set(['', 'status', 'scale', 'token', 'binding', 'finalize', 'log', 'exec', 'eviction']);

/** Who sends the request. @throws StatusError 401 */
const authenticate = (state: ApiState, request: ApiRequest, wall: Wall): User => {
  const credential = header(request.headers, 'authorization');
  if (credential === undefined || credential.trim() === '') return ANONYMOUS;
  const [scheme = '', token = ''] = credential.trim().split(/\s+/, 2);
  // What is no bearer token is no credential at all.
  if (scheme.toLowerCase() !== 'bearer' || token === '') return ANONYMOUS;
  const { user } = authenticateToken(state, token, state.settings.audiences, wall);
  if (!user) throw unauthorized();
  return user;
};

const route = (context: Context): Outcome => {
  const endpoint = ENDPOINTS.find((e) => e.matches(context));
  if (endpoint) return endpoint.handle(context);
  const { info, kind } = context;
  const known = kind !== undefined || OTHER_RESOURCES.has(info.resource);
  throw known && SUBRESOURCES.has(info.subresource) ? methodNotAllowed() : notRoutable();
};

/**
 * The API server as a pure function: authentication, authorization, the endpoint. Refusals are answers too; they leave
 * only the memory of a successful authentication behind.
 */
export const handle = (before: ApiState, request: ApiRequest, { wall, entropy }: Moment): Handled => {
  const authenticated = workingCopy(before);
  try {
    const info = requestInfo(request);
    const user = impersonated(authenticated, authenticate(authenticated, request, wall), request);
    const attributes = attributesOf(user, info);
    const { allowed, reason } = authorize(authenticated.store, attributes);
    if (!allowed) throw refusal(attributes, reason);
    const kind = info.isResource ? servedKind(authenticated.store, info.group, info.resource) : undefined;
    if (info.isResource && info.version !== (kind?.version ?? 'v1') && info.version !== '') throw notRoutable();
    const state = workingCopy(authenticated);
    const random = new Random(entropy);
    const outcome = route({ state, request, info, user, kind, wall, random, warnings: [] });
    return { state, outcome };
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return { state: authenticated, outcome: { kind: 'answer', status: error.code, body: error.status } };
  }
};
