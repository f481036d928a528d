/** What the mount `identity/` holds. Times are Unix milliseconds. Source: vault: helper/identity/types.proto. */
import { tableKey } from '../framework/table-key.ts';

export type Pairs = Readonly<Record<string, string>>;

/** The name under which an entity (or an external group) is known to one auth mount. */
export interface Alias {
  readonly id: string;
  canonicalId: string;
  name: string;
  mountAccessor: string;
  metadata: Pairs | null;
  customMetadata: Pairs | null;
  mergedFrom: string[] | null;
  readonly created: number;
  updated: number;
}

/** A person or workload, whatever it logs in with. */
export interface Entity {
  readonly id: string;
  name: string;
  metadata: Pairs | null;
  policies: readonly string[];
  disabled: boolean;
  aliases: Alias[];
  mergedIds: string[] | null;
  readonly created: number;
  updated: number;
}

export interface Group {
  readonly id: string;
  name: string;
  type: string;
  policies: readonly string[] | null;
  metadata: Pairs | null;
  members: readonly string[] | null;
  /** Groups that this group is a member of. */
  parents: readonly string[] | null;
  alias: Alias | null;
  modifyIndex: number;
  readonly created: number;
  updated: number;
}

export interface Storage {
  entities: Record<string, Entity>;
  groups: Record<string, Group>;
  /** Entity by name in lower case; entity by mount accessor and alias name in lower case. */
  entityNames: Record<string, string>;
  aliasOwners: Record<string, string>;
  /** Entities that were merged into others. */
  mergedInto: Record<string, string>;
}

export const emptyStorage = (): Storage => ({
  entities: {},
  groups: {},
  entityNames: {},
  aliasOwners: {},
  mergedInto: {},
});

/** A value by key; never what every object inherits. */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const aliasKey = (mountAccessor: string, name: string): string => `${mountAccessor}/${name.toLowerCase()}`;

/** By id, or by the id of an entity that was merged into it. */
export const entityById = (storage: Storage, id: string): Entity | undefined =>
  own(storage.entities, id) ?? own(storage.entities, own(storage.mergedInto, id) ?? '');

/** Names are compared without regard to letter case. */
export const entityByName = (storage: Storage, name: string): Entity | undefined =>
  own(storage.entities, own(storage.entityNames, tableKey(name.toLowerCase())) ?? '');

export const entityByAlias = (storage: Storage, mountAccessor: string, name: string): Entity | undefined =>
  own(storage.entities, own(storage.aliasOwners, aliasKey(mountAccessor, name)) ?? '');

export const aliasOf = (entity: Entity, mountAccessor: string, name: string): Alias | undefined =>
  entity.aliases.find((a) => a.mountAccessor === mountAccessor && a.name.toLowerCase() === name.toLowerCase());

/** An alias by its id, with the entity it belongs to. */
export const aliasById = (
  storage: Storage,
  id: string,
): { readonly entity: Entity; readonly alias: Alias } | undefined => {
  for (const entity of Object.values(storage.entities)) {
    const alias = entity.aliases.find((a) => a.id === id);
    if (alias) return { entity, alias };
  }
  return undefined;
};

/** All entities in the order in which the real store lists them: by id. */
export const entitiesInOrder = (storage: Storage): readonly Entity[] =>
  Object.keys(storage.entities)
    .sort()
    .flatMap((id) => storage.entities[id] ?? []);

/** Writes an entity and everything by which it is found. Drop its old aliases with `forget` first. */
export const keep = (storage: Storage, entity: Entity): void => {
  storage.entities[entity.id] = entity;
  storage.entityNames[tableKey(entity.name.toLowerCase())] = entity.id;
  for (const alias of entity.aliases) storage.aliasOwners[aliasKey(alias.mountAccessor, alias.name)] = entity.id;
};

/** Removes an entity's name and aliases from what it is found by; the entity itself stays. */
export const forget = (storage: Storage, entity: Entity): void => {
  delete storage.entityNames[tableKey(entity.name.toLowerCase())];
  for (const alias of entity.aliases) delete storage.aliasOwners[aliasKey(alias.mountAccessor, alias.name)];
};

const empty = (pairs: Pairs | null): boolean => pairs !== null && Object.keys(pairs).length === 0;

/**
 * What storing an entity anew does to empty maps: they come back as `null`, because the real store copies entities
 * through Protocol Buffers (recording vault-identity/identity: `custom_metadata` is `{}` until the entity is written again).
 */
export const copied = (entity: Entity): void => {
  if (empty(entity.metadata)) entity.metadata = null;
  for (const alias of entity.aliases) {
    if (empty(alias.metadata)) alias.metadata = null;
    if (empty(alias.customMetadata)) alias.customMetadata = null;
  }
};
