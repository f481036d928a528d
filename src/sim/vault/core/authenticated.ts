/** Requests that need a token. (vault: request_handling.go, handleRequest) */
import { auditFailure } from '../audit/blocked.ts';
import { auditRequest, auditResponse } from '../audit/entry.ts';
import {
  errorResponse,
  isDeferred,
  type Operation,
  type Outcome,
  unsupportedOperation,
  VaultError,
} from '../framework/index.ts';
import { registerLease } from '../leases/register.ts';
import { revokeToken } from '../leases/revoke.ts';
import type { MountEntry } from '../state/state.ts';
import { spendUse } from '../tokens/store.ts';
import { type Attempt, attempt } from './attempt.ts';
import { callBackend } from './call.ts';
import { type Checked, checkToken, type Rights } from './check-token.ts';
import type { WaitingRequest } from './continuation.ts';
import type { LogicalRequest } from './logical-request.ts';
import type { Step } from './pipeline.ts';
import type { CoreResponse, Reply } from './reply.ts';
import type { Transaction } from './transaction.ts';
import { isWrappingToken, wrapResponse, wrapTtlOf } from './wrap.ts';

/** A checked request on its way to a backend and back. */
export interface AuthenticatedCall {
  readonly mount: MountEntry | undefined;
  readonly request: LogicalRequest;
  readonly operation: Operation | undefined;
  readonly rights: Rights | undefined;
  readonly lastUse: boolean;
  readonly checked?: Checked;
}

const noRoute = (path: string): VaultError =>
  new VaultError('unsupported path', 404, `no handler for route "${path}". route entry not found.`, true);

const route = (tx: Transaction, { mount, request, operation, rights }: AuthenticatedCall): Outcome => {
  if (!mount) throw noRoute(request.path);
  if (!operation) throw unsupportedOperation();
  return callBackend(tx, mount, request, operation, rights?.token);
};

const DEPRECATED_READ =
  "Reading from 'cubbyhole/response' is deprecated. Please use sys/wrapping/unwrap to unwrap responses, as it provides additional security checks and other benefits.";

/** KV answers a TTL but never a lease. */
const WITHOUT_LEASE: ReadonlySet<string> = new Set(['kv', 'generic']);

const withLease = (
  tx: Transaction,
  call: AuthenticatedCall,
  mount: MountEntry,
  response: CoreResponse,
): CoreResponse => {
  const { secret, ...rest } = response;
  if (!secret) return response;
  if (WITHOUT_LEASE.has(mount.type)) return { ...rest, lease: { id: '', duration: secret.ttl ?? 0, renewable: false } };
  const lease = registerLease(tx, mount, call.request.path, call.rights?.token, secret, response.data ?? {});
  const warnings = [...(response.warnings ?? []), ...lease.warnings];
  return { ...rest, lease, ...(warnings.length > 0 && { warnings }) };
};

const completed = (tx: Transaction, call: AuthenticatedCall, response: CoreResponse): CoreResponse => {
  const { mount, request, rights } = call;
  if (!mount) return response;
  const full = withLease(tx, call, mount, response);
  const deprecated = request.path === 'cubbyhole/response' && rights && isWrappingToken(rights.token);
  return {
    ...full,
    mountType: response.status === undefined ? mount.type : '',
    ...(deprecated && { warnings: [...(full.warnings ?? []), DEPRECATED_READ] }),
  };
};

const replyOf = (tx: Transaction, call: AuthenticatedCall, outcome: Attempt): Reply => {
  if ('error' in outcome) return { error: outcome.error };
  const response = outcome.value as CoreResponse | undefined;
  if (!response) return {};
  try {
    return { response: completed(tx, call, response) };
  } catch (error) {
    if (error instanceof VaultError) return { error };
    throw error;
  }
};

/** The last permitted use is over: the token goes, and a lease just given with it. */
const afterLastUse = (tx: Transaction, call: AuthenticatedCall, reply: Reply): Reply => {
  if (!call.lastUse || !call.rights) return reply;
  revokeToken(tx, call.rights.token.id);
  if (!reply.response?.lease?.id) return reply;
  const text = 'Secret cannot be returned; token had one use left, so leased credentials were immediately revoked.';
  return { error: errorResponse(text) };
};

const wrappedIfAsked = (tx: Transaction, call: AuthenticatedCall, reply: Reply): Reply => {
  const { response } = reply;
  const ttl = response ? wrapTtlOf(call.request, response) : 0;
  return response && ttl > 0 && (response.status === undefined || response.status < 400)
    ? { response: wrapResponse(tx, call.request, response, ttl) }
    : reply;
};

/** From what the backend gave to the answer. */
export const authenticatedReply = (tx: Transaction, call: AuthenticatedCall, outcome: Attempt): Step => {
  const { mount, request, operation, lastUse } = call;
  if ('value' in outcome && isDeferred(outcome.value) && mount && operation) {
    const decision = call.checked?.decision;
    const continuation: WaitingRequest = {
      type: 'request',
      request,
      operation,
      mount: mount.uuid,
      unauthenticated: false,
      lastUse,
      ...(decision && { decision }),
    };
    return { deferral: { ...outcome.value.deferred, continuation } };
  }
  const reply = wrappedIfAsked(tx, call, afterLastUse(tx, call, replyOf(tx, call, outcome)));
  auditResponse(tx, call, reply);
  return { reply, operation, authenticated: true };
};

/** Checks the token, counts its use, asks the backend. */
export const handleAuthenticated = (tx: Transaction, mount: MountEntry | undefined, request: LogicalRequest): Step => {
  const checked = checkToken(tx, mount, request);
  const { rights, operation } = checked;
  const lastUse = rights ? spendUse(tx, rights.token) : false;
  const call: AuthenticatedCall = { mount, request, operation, rights, lastUse, checked };
  const unaudited = auditFailure(tx, request.path);
  if (unaudited) return { reply: { error: unaudited }, operation, authenticated: true };
  auditRequest(tx, call, checked.error);
  if (checked.error) return authenticatedReply(tx, call, { error: checked.error });
  return authenticatedReply(
    tx,
    call,
    attempt(() => route(tx, call)),
  );
};
