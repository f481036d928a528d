/** Entities: made, changed, deleted, shown. Source: vault: identity_store_entities.go. */
import { type Core, goTime, listResponse, type Response } from '../framework/index.ts';
import { groupsInOrder, groupsOf } from './groups.ts';
import { checkMetadata } from './metadata.ts';
import { generatedName, mountOf, unique } from './print.ts';
import { type Alias, type Entity, entityByName, forget, keep, type Pairs, type Storage } from './storage.ts';

/** A new entity, not yet kept. @param name left out: `entity_<8 hex>` */
export const newEntity = (core: Core, storage: Storage, name = ''): Entity => {
  let chosen = name;
  while (chosen === '' || (name === '' && entityByName(storage, chosen))) chosen = generatedName(core, 'entity');
  return {
    id: core.random.uuid(),
    name: chosen,
    metadata: null,
    policies: [],
    disabled: false,
    aliases: [],
    mergedIds: null,
    created: core.wall,
    updated: core.wall,
  };
};

/** A new alias of an entity or group, not yet kept. */
export const newAlias = (
  core: Core,
  canonicalId: string,
  mountAccessor: string,
  name: string,
  pairs: { readonly metadata?: Pairs | null; readonly customMetadata?: Pairs | null },
): Alias => {
  checkMetadata('alias', pairs.metadata ?? null);
  return {
    id: core.random.uuid(),
    canonicalId,
    name,
    mountAccessor,
    metadata: pairs.metadata ?? null,
    customMetadata: pairs.customMetadata ?? null,
    mergedFrom: null,
    created: core.wall,
    updated: core.wall,
  };
};

/** Writes an entity anew. @param before how it was found until now */
export const rewrite = (core: Core, storage: Storage, entity: Entity, before?: Entity): void => {
  checkMetadata('entity', entity.metadata);
  if (before) forget(storage, before);
  keep(storage, { ...entity, updated: core.wall });
};

/** The entity is gone, also from its groups. */
export const deleteEntity = (storage: Storage, entity: Entity): void => {
  for (const group of groupsInOrder(storage))
    if (group.members?.includes(entity.id)) group.members = group.members.filter((id) => id !== entity.id);
  forget(storage, entity);
  delete storage.entities[entity.id];
};

export const aliasData = (core: Core, alias: Alias): Record<string, unknown> => ({
  canonical_id: alias.canonicalId,
  creation_time: goTime(alias.created),
  custom_metadata: alias.customMetadata,
  id: alias.id,
  last_update_time: goTime(alias.updated),
  local: false,
  merged_from_canonical_ids: alias.mergedFrom,
  metadata: alias.metadata,
  mount_accessor: alias.mountAccessor,
  ...mountOf(core, alias.mountAccessor),
  name: alias.name,
});

/** A list of aliases of entities or groups, by id. */
export const aliasListing = (core: Core, aliases: readonly Alias[]): Response => {
  const sorted = [...aliases].sort((a, b) => (a.id < b.id ? -1 : 1));
  const info = sorted.map((alias) => [
    alias.id,
    {
      canonical_id: alias.canonicalId,
      custom_metadata: alias.customMetadata,
      local: false,
      mount_accessor: alias.mountAccessor,
      ...mountOf(core, alias.mountAccessor),
      name: alias.name,
    },
  ]);
  return listResponse(
    sorted.map(({ id }) => id),
    Object.fromEntries(info),
  );
};

/** The answer to a read or lookup. */
export const entityData = (core: Core, storage: Storage, entity: Entity): Record<string, unknown> => {
  const { direct, inherited } = groupsOf(storage, entity.id);
  const ids = (groups: typeof direct) => groups.map((group) => group.id);
  return {
    aliases: entity.aliases.map((alias) => aliasData(core, alias)),
    creation_time: goTime(entity.created),
    direct_group_ids: ids(direct),
    disabled: entity.disabled,
    group_ids: [...ids(direct), ...ids(inherited)],
    id: entity.id,
    inherited_group_ids: ids(inherited),
    last_update_time: goTime(entity.updated),
    merged_entity_ids: entity.mergedIds,
    metadata: entity.metadata,
    name: entity.name,
    namespace_id: 'root',
    policies: unique(entity.policies),
  };
};
