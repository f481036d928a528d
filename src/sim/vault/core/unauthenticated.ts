/** Requests that need no token: logins and a few others. (vault: request_handling.go, handleLoginRequest) */
import { auditFailure } from '../audit/blocked.ts';
import { auditRequest, auditResponse } from '../audit/entry.ts';
import {
  type Auth,
  isDeferred,
  type Operation,
  permissionDenied,
  type Response,
  unsupportedOperation,
  VaultError,
} from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { type Attempt, attempt } from './attempt.ts';
import { callBackend, writeOperation } from './call.ts';
import { authenticate, type Rights } from './check-token.ts';
import { countFailedLogin, forgetFailedLogins, isLockedOut } from './lockout.ts';
import type { LogicalRequest } from './logical-request.ts';
import { completeLogin } from './login.ts';
import type { Step } from './pipeline.ts';
import type { CoreResponse, Reply } from './reply.ts';
import type { Transaction } from './transaction.ts';
import { wrapResponse, wrapTtlOf } from './wrap.ts';

/** A request without check on its way to a backend and back. `rights`: of a token that was sent all the same. */
export interface UnauthenticatedCall {
  readonly mount: MountEntry;
  readonly request: LogicalRequest;
  readonly operation: Operation | undefined;
  readonly rights: Rights | undefined;
}

const settled = (tx: Transaction, mount: MountEntry, request: LogicalRequest): Operation | undefined => {
  const { operation } = request;
  if (operation === 'header' || operation === 'help' || operation === 'options') return undefined;
  return operation === 'update' || operation === 'create' ? writeOperation(tx, mount, request, undefined) : operation;
};

const finished = (tx: Transaction, call: UnauthenticatedCall, response: CoreResponse): CoreResponse => {
  const { mount, request } = call;
  let full = response;
  if (response.auth) {
    full = completeLogin(tx, mount, request.path, response as Response & { readonly auth: Auth });
    forgetFailedLogins(tx, mount, request);
  }
  const ttl = wrapTtlOf(request, full);
  return ttl > 0 && full.status === undefined ? wrapResponse(tx, request, full, ttl) : full;
};

const replyOf = (tx: Transaction, call: UnauthenticatedCall, outcome: Attempt): Reply => {
  if ('value' in outcome && outcome.value === undefined) return {};
  try {
    if ('error' in outcome) {
      if (outcome.error.kind === 'invalid credentials') countFailedLogin(tx, call.mount, call.request);
      return { error: outcome.error };
    }
    return { response: finished(tx, call, outcome.value as CoreResponse) };
  } catch (error) {
    if (error instanceof VaultError) return { error };
    throw error;
  }
};

/** From what the backend gave to the answer. */
export const unauthenticatedReply = (tx: Transaction, call: UnauthenticatedCall, outcome: Attempt): Step => {
  const { mount, request, operation } = call;
  if ('value' in outcome && isDeferred(outcome.value) && operation) {
    const continuation = {
      type: 'request',
      request,
      operation,
      mount: mount.uuid,
      unauthenticated: true,
      lastUse: false,
    } as const;
    return { deferral: { ...outcome.value.deferred, continuation } };
  }
  const reply = replyOf(tx, call, outcome);
  auditResponse(tx, call, reply);
  return { reply, operation, authenticated: false };
};

/** Asks the backend; makes a token of what a login gives. */
export const handleUnauthenticated = (tx: Transaction, mount: MountEntry, request: LogicalRequest): Step => {
  const known = request.token === '' ? undefined : authenticate(tx, request);
  const rights = known instanceof VaultError ? undefined : known;
  const unaudited = auditFailure(tx, request.path);
  if (unaudited) return { reply: { error: unaudited }, operation: undefined, authenticated: false };
  let call: UnauthenticatedCall = { mount, request, operation: undefined, rights };
  try {
    call = { ...call, operation: settled(tx, mount, request) };
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    auditRequest(tx, call, error);
    return unauthenticatedReply(tx, call, { error });
  }
  auditRequest(tx, call);
  return unauthenticatedReply(
    tx,
    call,
    attempt(() => {
      if (isLockedOut(tx, mount, request)) throw permissionDenied();
      if (!call.operation) throw unsupportedOperation();
      return callBackend(tx, mount, request, call.operation, rights?.token);
    }),
  );
};
