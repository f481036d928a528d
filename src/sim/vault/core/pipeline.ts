/** The way of a request through Vault: token, policies, audit, backend, lease, wrapping. (vault: vault/request_handling.go) */
import { errorResponse, type Operation, VaultError } from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { lookUp } from '../tokens/store.ts';
import { attempt } from './attempt.ts';
import { type AuthenticatedCall, authenticatedReply, handleAuthenticated } from './authenticated.ts';
import { backendOf, resumeBackend } from './call.ts';
import { rightsOf } from './check-token.ts';
import type { WaitingRequest } from './continuation.ts';
import type { LogicalRequest } from './logical-request.ts';
import type { Reply } from './reply.ts';
import { coversPath, matchingMount, pathBelow } from './route.ts';
import type { Deferral, Transaction } from './transaction.ts';
import { handleUnauthenticated, unauthenticatedReply } from './unauthenticated.ts';
import { wrappingToken } from './wrap.ts';

/** A request that is done, or one that waits. */
export type Step =
  | { readonly reply: Reply; readonly operation: Operation | undefined; readonly authenticated: boolean }
  | { readonly deferral: Deferral };

const NEEDS_WRAPPING_TOKEN: ReadonlySet<string> = new Set([
  'sys/wrapping/unwrap',
  'sys/wrapping/rewrap',
  'sys/wrapping/lookup',
]);

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'patch']);

const invalidWrappingToken = (): VaultError =>
  new VaultError('error response', 400, 'wrapping token is not valid or does not exist', true);

/** Refusals that come before token and audit. */
const refusedAtOnce = (tx: Transaction, request: LogicalRequest): VaultError | undefined => {
  if (request.path.endsWith('/') && WRITES.has(request.operation))
    return errorResponse("cannot write to a path ending in '/'");
  if (NEEDS_WRAPPING_TOKEN.has(request.path) && WRITES.has(request.operation) && !wrappingToken(tx, request))
    return invalidWrappingToken();
  return undefined;
};

const needsNoToken = (tx: Transaction, mount: MountEntry | undefined, path: string): mount is MountEntry =>
  mount !== undefined && coversPath(backendOf(tx, mount).unauthenticated, pathBelow(mount, path));

/** Handles one request up to its answer or to the point where it has to wait. */
export const handleLogical = (tx: Transaction, request: LogicalRequest): Step => {
  const error = refusedAtOnce(tx, request);
  if (error) return { reply: { error }, operation: undefined, authenticated: false };
  const mount = matchingMount(tx.state, request.path);
  return needsNoToken(tx, mount, request.path)
    ? handleUnauthenticated(tx, mount, request)
    : handleAuthenticated(tx, mount, request);
};

/** Goes on with a request whose actor has ended. @param output what the actor gave */
export const resumeRequest = (tx: Transaction, waiting: WaitingRequest, output: unknown): Step => {
  const { request, operation, unauthenticated, lastUse, decision } = waiting;
  const mount = tx.mountByUuid(waiting.mount);
  const token = lookUp(tx, request.token, true);
  const rights = token && rightsOf(tx, token);
  const outcome = attempt(() => {
    if (!mount) throw new VaultError('go error', 500, 'mount is gone', false);
    return resumeBackend(tx, mount, request, operation, token, output);
  });
  if (unauthenticated && mount) return unauthenticatedReply(tx, { mount, request, operation, rights }, outcome);
  const checked = { operation, ...(rights && { rights }), ...(decision && { decision }) };
  const call: AuthenticatedCall = { mount, request, operation, rights, lastUse, checked };
  return authenticatedReply(tx, call, outcome);
};
