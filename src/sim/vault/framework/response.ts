import type { Headers } from '../../kernel/http.ts';

/** `batch` tokens carry their content; `default…` values occur in roles and mount tuning and mean "let the mount decide". */
export type TokenType = 'default' | 'service' | 'batch' | 'default-service' | 'default-batch';

/** Who logged in, in the terms of an auth method: found or created by identity per mount. */
export interface Alias {
  readonly name: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * A successful login, before the core adds `default`, resolves identity, reckons the TTL and makes the token.
 * All times are seconds; 0 means not set. (vault: sdk/logical/auth.go)
 */
export interface Auth {
  readonly policies: readonly string[];
  /** Without the mount's prefix: `app-web`. */
  readonly displayName: string;
  readonly metadata?: Readonly<Record<string, string>> | null;
  readonly alias?: Alias;
  /** Kept with the token's lease; handed back to `renewAuth`. Plain JSON. */
  readonly internal?: Readonly<Record<string, unknown>>;
  readonly ttl?: number;
  readonly maxTtl?: number;
  readonly explicitMaxTtl?: number;
  readonly period?: number;
  readonly numUses?: number;
  readonly boundCidrs?: readonly string[];
  readonly noDefaultPolicy?: boolean;
  readonly tokenType?: TokenType;
  readonly renewable?: boolean;
}

/** A dynamic secret: its data is leased. Times in seconds; 0 or left out: the mount's. */
export interface Secret {
  /** Key of `Backend.secrets`: who renews and revokes it. */
  readonly type: string;
  /** Kept with the lease; handed back to `renew` and `revoke`. Plain JSON. */
  readonly internal: Readonly<Record<string, unknown>>;
  readonly ttl?: number;
  readonly maxTtl?: number;
  readonly renewable?: boolean;
}

/** What a handler answers. `undefined` instead of a response: 204 for writes and deletes, 404 for reads and lists. */
export interface Response {
  /** `data` of the envelope; left out or `null`: `"data": null`. */
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly auth?: Auth;
  readonly secret?: Secret;
  readonly warnings?: readonly string[];
  /** A status of its own (logical.RespondWithStatusCode): the envelope then has `mount_type: ""`. */
  readonly status?: number;
  /** With `status`: no body at all. */
  readonly empty?: boolean;
  /** A body that is no envelope, sent as it is (`sys/health`, a PEM file). Needs `status`. */
  readonly raw?: { readonly body: unknown; readonly headers?: Headers };
  /** Accessor of what `data` holds, shown as `wrap_info.wrapped_accessor` when the answer is wrapped. */
  readonly wrappedAccessor?: string;
  /** The keys of `data` are repeated at the top of the envelope (some old `sys` endpoints). */
  readonly flat?: boolean;
}

/** The handler needs the network or a file: the server starts this actor and calls `Path.resume` with its output. */
export interface Deferred {
  readonly deferred: { readonly kind: string; readonly input: object };
}

export type Outcome = Response | Deferred | undefined;

/** Start an actor of a registered kind and answer when it is done. @param input plain JSON */
export const deferred = (kind: string, input: object): Deferred => ({ deferred: { kind, input } });

export const isDeferred = (outcome: Outcome): outcome is Deferred => outcome !== undefined && 'deferred' in outcome;

/** A list answer: `data.keys`, and `key_info` if given. No keys: the core answers 404. */
export const listResponse = (keys: readonly string[], keyInfo?: Readonly<Record<string, unknown>>): Response => ({
  data: keys.length === 0 ? {} : keyInfo && Object.keys(keyInfo).length > 0 ? { key_info: keyInfo, keys } : { keys },
});
