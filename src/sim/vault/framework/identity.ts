import type { Core } from './core.ts';
import type { Mount } from './request.ts';
import type { Alias } from './response.ts';

/** An entity with what policies and templates ask of it. */
export interface EntityView {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly metadata: Readonly<Record<string, string>> | null;
  /** The entity's own policies. */
  readonly policies: readonly string[];
  readonly aliases: readonly AliasView[];
  /** Direct and inherited groups, each once. */
  readonly groups: readonly GroupView[];
}

export interface AliasView {
  readonly id: string;
  readonly name: string;
  readonly mountAccessor: string;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly customMetadata: Readonly<Record<string, string>> | null;
}

export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly policies: readonly string[];
}

/**
 * What the core asks of identity. `src/sim/vault/identity/index.ts` exports `identityHooks: IdentityHooks<Storage>`;
 * the storage is that of the mount `identity/`.
 */
export interface IdentityHooks<S> {
  /**
   * The entity of a login: found by alias name and mount accessor, or made with a fresh alias (name `entity_<8 hex>`);
   * the alias's metadata is refreshed. The core refuses the login if the entity is disabled.
   * @param storage draft
   */
  login(core: Core, storage: S, mount: Mount, alias: Alias): EntityView;
  /** The same without making anything: `undefined` when new. */
  find(storage: S, mountAccessor: string, aliasName: string): EntityView | undefined;
  /** `undefined` when deleted. An id that was merged into another entity gives that entity. Must not change storage. */
  entity(storage: S, id: string): EntityView | undefined;
  /** A mount was disabled: its aliases lose their meaning. @param storage draft */
  unmounted?(core: Core, storage: S, mountAccessor: string): void;
}
