/** Finds the backend's path for a request, reads its fields and runs the handler. (vault: sdk/framework/backend.go) */

import { type ParsedFields, parseFields } from '../framework/field-data.ts';
import {
  type Backend,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  goPrint,
  invalidRequest,
  isDeferred,
  type Operation,
  type Outcome,
  type Path,
  type Request,
  type Response,
  unsupportedOperation,
  unsupportedPath,
  VaultError,
} from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import type { LogicalRequest } from './logical-request.ts';
import { coreFor, type InternalCore } from './mount-core.ts';
import { coversPath, pathBelow } from './route.ts';
import type { Token } from './token.ts';
import { callerOf } from './token.ts';
import type { Transaction } from './transaction.ts';

/** A path whose pattern matched, and what the pattern captured. */
export interface FoundPath {
  readonly path: Path;
  readonly captures: Readonly<Record<string, string | undefined>>;
}

const patterns = new WeakMap<Path, RegExp>();

const patternOf = (path: Path): RegExp => {
  let pattern = patterns.get(path);
  if (!pattern) {
    pattern = new RegExp(`^(?:${path.pattern})$`, 's');
    patterns.set(path, pattern);
  }
  return pattern;
};

/** The first path that matches, or `undefined`. @param below path below the mount */
export const findPath = (backend: Backend, below: string): FoundPath | undefined => {
  for (const path of backend.paths) {
    const match = patternOf(path).exec(below);
    if (match) return { path, captures: match.groups ?? {} };
  }
  return undefined;
};

export const backendOf = (tx: Transaction, mount: MountEntry): Backend => tx.typeOf(mount).backend(mount);

/** The request as handlers see it. @param storage draft, or the storage itself where nothing may change it */
export const requestFor = (
  mount: MountEntry,
  request: LogicalRequest,
  operation: Operation,
  token: Token | undefined,
  storage: unknown,
): Request<never> => ({
  id: request.id,
  operation,
  path: pathBelow(mount, request.path),
  mount,
  storage: storage as never,
  data: request.data,
  headers: request.headers,
  remote: request.remote,
  caller: token && callerOf(token),
  tokenId: request.token,
  wrapTtl: request.wrapTtl,
});

/** An answer with a status of its own is finished before the framework could add to it (RespondWithStatusCode). */
const withWarnings = (response: Response, path: Path, parsed: ParsedFields): Response => {
  if (response.status !== undefined) return response;
  const warnings = [...(response.warnings ?? [])];
  if (parsed.ignored.length > 0 && !path.takesArbitraryInput)
    warnings.push(`Endpoint ignored these unrecognized parameters: ${goPrint(parsed.ignored)}`);
  if (parsed.replaced.length > 0)
    warnings.push(
      `Endpoint replaced the value of these parameters with the values captured from the endpoint's path: ${goPrint(parsed.replaced)}`,
    );
  return warnings.length === (response.warnings?.length ?? 0) ? response : { ...response, warnings };
};

/** Runs a handler on a draft; a VaultError that does not keep its changes undoes everything the handler did. */
export const guarded = (
  tx: Transaction,
  mount: MountEntry,
  run: (core: InternalCore, storage: unknown) => Outcome,
): Outcome => {
  const before = tx.state;
  let kept: VaultError | undefined;
  try {
    const outcome = tx.mutate<unknown, Outcome>(mount, (storage) => {
      try {
        return run(coreFor(tx, mount), storage);
      } catch (error) {
        if (!(error instanceof VaultError && error.keeps)) throw error;
        kept = error;
        return undefined;
      }
    });
    if (kept) throw kept;
    return outcome;
  } catch (error) {
    if (error !== kept) tx.state = before;
    throw error;
  }
};

const found = (tx: Transaction, mount: MountEntry, request: LogicalRequest): FoundPath => {
  const backend = backendOf(tx, mount);
  const below = pathBelow(mount, request.path);
  const match = findPath(backend, below);
  if (match) return match;
  if (coversPath(backend.notModelled, below)) tx.notModelled(request.path);
  throw unsupportedPath();
};

/**
 * Runs the handler of a request.
 * @returns its answer with the framework's warnings, a deferral, or `undefined`
 * @throws VaultError
 */
export const callBackend = (
  tx: Transaction,
  mount: MountEntry,
  request: LogicalRequest,
  operation: Operation,
  token: Token | undefined,
): Outcome => {
  const { path, captures } = found(tx, mount, request);
  const parsed = parseFields(path.fields, request.data, captures);
  const handler = path.operations[operation];
  if (!handler) throw unsupportedOperation();
  if (parsed.error !== undefined) throw errorResponse(`Field validation failed: ${parsed.error}`);
  const outcome = guarded(tx, mount, (core, storage) =>
    handler(core, requestFor(mount, request, operation, token, storage), parsed.fields),
  );
  return outcome === undefined || isDeferred(outcome) ? outcome : withWarnings(outcome, path, parsed);
};

/** Goes on after the actor that a handler deferred to has ended. @param output what the actor gave */
export const resumeBackend = (
  tx: Transaction,
  mount: MountEntry,
  request: LogicalRequest,
  operation: Operation,
  token: Token | undefined,
  output: unknown,
): Outcome => {
  const { path, captures } = found(tx, mount, request);
  const parsed = parseFields(path.fields, request.data, captures);
  const { resume } = path;
  if (!resume) throw new Error(`${mount.type} ${path.pattern} deferred without a resume handler`);
  const outcome = guarded(tx, mount, (core, storage) =>
    resume(core, requestFor(mount, request, operation, token, storage), output, parsed.fields),
  );
  return outcome === undefined || isDeferred(outcome) ? outcome : withWarnings(outcome, path, parsed);
};

/**
 * Whether a write creates or updates: the path's existence check decides; without one it is `update`.
 * @throws VaultError (400) when a field cannot be converted: before the ACL, and without the usual prefix
 */
export const writeOperation = (
  tx: Transaction,
  mount: MountEntry,
  request: LogicalRequest,
  token: Token | undefined,
): 'create' | 'update' => {
  const match = findPath(backendOf(tx, mount), pathBelow(mount, request.path));
  const exists = match?.path.exists;
  if (!match || !exists) return 'update';
  const parsed = parseFields(match.path.fields, request.data, match.captures);
  if (parsed.error !== undefined) throw invalidRequest(parsed.error);
  const seen = requestFor(mount, request, 'update', token, tx.storage(mount));
  return exists(coreFor(tx, mount), seen, parsed.fields) ? 'update' : 'create';
};

/** Alias name that a login would have, where the method says so. */
export const lookAhead = (tx: Transaction, mount: MountEntry, request: LogicalRequest): string | undefined => {
  const match = findPath(backendOf(tx, mount), pathBelow(mount, request.path));
  const ask = match?.path.aliasLookahead;
  if (!match || !ask) return undefined;
  const parsed = parseFields(match.path.fields, request.data, match.captures);
  const fields: FieldData<FieldSchemas> = parsed.fields;
  return (
    ask(coreFor(tx, mount), requestFor(mount, request, 'update', undefined, tx.storage(mount)), fields)?.name ?? ''
  );
};
