/**
 * The shape of a backend: a list of paths, each one file with pattern, fields and one handler an operation.
 *
 * ```ts
 * // role.ts
 * export const role = path<Storage>()({
 *   pattern: `role/${nameRegex('name')}`,
 *   fields: { name: { type: 'string' }, token_ttl: { type: 'duration' } },
 *   exists: (core, request, fields) => fields.get('name').toLowerCase() in request.storage.roles,
 *   operations: {
 *     read: (core, request, fields) => ({ data: … }),
 *     create: write, update: write,
 *     delete: (core, request, fields) => { delete request.storage.roles[…]; return undefined; },
 *   },
 * });
 * // index.ts
 * export const kubernetes: BackendType = backendType<Storage>({ type: 'kubernetes', class: 'auth', … });
 * ```
 */
import type { Core } from './core.ts';
import type { FieldData, FieldSchemas } from './fields.ts';
import type { Mount, Operation, Request } from './request.ts';
import type { Alias, Auth, Outcome, Secret } from './response.ts';

/** A synchronous handler: changes `request.storage` in place and answers, or throws a VaultError. */
export type Handler<S, F extends FieldSchemas, C extends Core = Core> = (
  core: C,
  request: Request<S>,
  fields: FieldData<F>,
) => Outcome;

export interface PathDefinition<S, F extends FieldSchemas, C extends Core = Core> {
  /** Regular expression source; matched whole against the path below the mount. Named groups become fields. */
  readonly pattern: string;
  readonly fields: F;
  /** Where present, a write to what does not exist is `create`. Evaluated before the ACL. Must not change storage. */
  readonly exists?: (core: C, request: Request<S>, fields: FieldData<F>) => boolean;
  readonly operations: Readonly<Partial<Record<Operation, Handler<S, F, C>>>>;
  /** Called with the output of the actor that a handler deferred to. May defer again. */
  readonly resume?: (core: C, request: Request<S>, output: unknown, fields: FieldData<F>) => Outcome;
  /** Login paths of methods with a lockout: the alias name that the request would log in as, or `undefined`. */
  readonly aliasLookahead?: (core: C, request: Request<S>, fields: FieldData<F>) => Alias | undefined;
  /** What `path-help` says of it in one sentence; left out: what can be done with it. */
  readonly help?: string;
  /** Every parameter is the caller's own data: no warnings about unrecognized ones (KV v1, cubbyhole). */
  readonly takesArbitraryInput?: boolean;
}

/** A path with its storage and field types erased, as the router holds it. */
export type Path = PathDefinition<never, FieldSchemas>;

/** Fixes the storage type (and, in Vault's own backends, the core's), then infers the fields: `path<Storage>()({ … })`. */
export const path =
  <S, C extends Core = Core>() =>
  <const F extends FieldSchemas>(definition: PathDefinition<S, F, C>): Path =>
    definition as unknown as Path;

/** Asked when a lease of one of this backend's secrets is renewed or ends. */
export interface SecretHandlers<S> {
  /** @returns the new ttl/maxTtl in `secret`; the core caps them. Left out: the lease is renewed with the mount's. */
  readonly renew?: (core: Core, request: Request<S>, secret: Secret, increment: number) => Outcome;
  /** May defer; a thrown error leaves the lease to be retried. */
  readonly revoke: (core: Core, request: Request<S>, secret: Secret) => Outcome;
  /** After `revoke` deferred. */
  readonly resume?: (core: Core, request: Request<S>, secret: Secret, output: unknown) => Outcome;
}

/** What a backend does by itself when the moment has come that it named with `core.wakeAt`. The request has no path. */
export interface WakeHandlers<S> {
  readonly run: (core: Core, request: Request<S>) => Outcome;
  /** After `run` deferred. */
  readonly resume?: (core: Core, request: Request<S>, output: unknown) => Outcome;
}

/** The paths and duties of one mounted backend. */
export interface BackendDefinition<S> {
  /** What `path-help` says of the whole. */
  readonly help?: string;
  readonly paths: readonly Path[];
  /** Need `sudo` besides the capability. `x/*` is a prefix, anything else is exact. */
  readonly sudo?: readonly string[];
  /** Need no token. `login/*` is a prefix, `+` one segment. */
  readonly unauthenticated?: readonly string[];
  /**
   * An auth method's say when one of its tokens is renewed: new ttl/maxTtl/period. Throw to refuse; `undefined`: nothing
   * is renewed and nothing is answered (204), as userpass does when the user is gone.
   */
  readonly renewAuth?: (core: Core, request: Request<S>, auth: Auth, increment: number) => Auth | undefined;
  readonly secrets?: Readonly<Record<string, SecretHandlers<S>>>;
  readonly wake?: WakeHandlers<S>;
  /** Endpoints that the real backend has and the model lacks (`x/*` is a prefix): asking for one leaves a visible note. */
  readonly notModelled?: readonly string[];
}

export type Backend = BackendDefinition<never>;

/** A kind of backend as `vault secrets enable` or `vault auth enable` knows it. */
export interface BackendTypeDefinition<S> {
  /** `kv`, `kubernetes`, `userpass` … */
  readonly type: string;
  readonly class: 'secret' | 'auth';
  /** Storage of a fresh mount: plain JSON. */
  readonly init: (core: Core, mount: Mount) => S;
  /** The backend for a mount; most return a constant. Called per request: keep it cheap. */
  readonly backend: (mount: Mount) => BackendDefinition<S>;
  /** Options were changed by tuning (KV v1 → v2). The storage may be rebuilt in place. */
  readonly tuned?: (core: Core, mount: Mount, storage: S) => void;
  /** The mount was disabled, a moment ago: its goroutines end. It has no storage any more; it may log. */
  readonly closed?: (core: Core, mount: Mount) => void;
  /** Refuses a mount or its tuning; returns the 400 text. */
  readonly checkOptions?: (options: Readonly<Record<string, string>>) => string | undefined;
}

export type BackendType = BackendTypeDefinition<never>;

/** Erases the storage type for the registry in `src/sim/vault/backends.ts`. */
export const backendType = <S>(definition: BackendTypeDefinition<S>): BackendType =>
  definition as unknown as BackendType;
