/**
 * What the core asks of the policy engine. `src/sim/vault/policy/index.ts` exports
 * `parsePolicy(name, text, version): Parsed` and `compileAcl(policies, subject, version): Acl`.
 */
import type { EntityView } from './identity.ts';
import type { Operation } from './request.ts';

/** A parsed policy; opaque to the core, which keeps only texts and caches the parse. */
export interface ParsedPolicy {
  readonly name: string;
  /** Uses `{{identity…}}`: the ACL depends on the entity. */
  readonly templated: boolean;
}

/** `error` is the text after `failed to parse policy: `. */
export type Parsed<P extends ParsedPolicy = ParsedPolicy> =
  | { readonly policy: P; readonly error?: undefined }
  | { readonly policy?: undefined; readonly error: string };

/** What the ACL decides about. */
export interface AclRequest {
  readonly operation: Operation;
  /** Without `v1/`; a LIST path ends in `/`. */
  readonly path: string;
  /** Top-level parameters. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Seconds asked for with `X-Vault-Wrap-TTL`; 0: not wrapped. */
  readonly wrapTtl: number;
}

export interface AclDecision {
  readonly allowed: boolean;
  /** The deciding rule has `sudo`, or the token is root. */
  readonly sudo: boolean;
  /** The only policy is `root`. */
  readonly root: boolean;
  /** Names of the policies whose rules granted it, for the audit log. */
  readonly granting: readonly string[];
}

/** The rules of one set of policies (and one entity, where templated). Immutable, kept in a cache outside the world. */
export interface Acl {
  readonly root: boolean;
  allow(request: AclRequest): AclDecision;
  /** Sorted names, `["deny"]` or `["root"]`, as `sys/capabilities` prints them. */
  capabilities(path: string): readonly string[];
  /** `sys/internal/ui/resultant-acl`: `exact_paths`, `glob_paths`, `root` … */
  resultant(): Readonly<Record<string, unknown>>;
  /** Whether any rule lets the token see this mount (its CLI and UI listing). @param prefix `secret/` */
  touches(prefix: string): boolean;
}

/** Entity for templates; `undefined`: the token has none, so templated rules drop out. */
export type TemplateSubject = EntityView | undefined;
