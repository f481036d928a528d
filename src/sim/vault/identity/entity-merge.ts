/** `entity/merge`: several entities become one. Source: vault: identity_store_entities.go (mergeEntity). */
import { type Core, errorResponse, multiError, path, type Response } from '../framework/index.ts';
import { deleteEntity } from './entity.ts';
import { groupsInOrder } from './groups.ts';
import { mountOf, unique } from './print.ts';
import { type Alias, copied, type Entity, entityById, forget, keep, type Storage } from './storage.ts';

interface Clash {
  readonly to: Alias;
  readonly from: Alias;
  readonly source: Entity;
}

const clashes = (target: Entity, sources: readonly Entity[]): readonly Clash[] =>
  target.aliases.flatMap((to) =>
    sources.flatMap((source) =>
      source.aliases.filter((a) => a.mountAccessor === to.mountAccessor).map((from) => ({ to, from, source })),
    ),
  );

/** Both have an alias on the same mount, and nobody said which to keep. Answered with details for the UI. */
const clashResponse = (core: Core, target: Entity, found: readonly Clash[]): Response => {
  const lines = found.map(
    ({ to, from, source }) =>
      `mountAccessor: ${to.mountAccessor}, toEntity ID: ${target.id}, fromEntity ID: ${source.id}, conflicting toEntity alias ID: ${to.id}, conflicting fromEntity alias ID: ${from.id}`,
  );
  const first =
    'toEntity and at least one fromEntity have aliases with the same mount accessor, repeat the merge request specifying exactly one fromEntity, clashes: ';
  const side = (entity: Entity, alias: Alias) => {
    const { mount_type = '', mount_path = '' } = mountOf(core, alias.mountAccessor);
    return { alias: alias.name, entity: entity.name, entity_id: entity.id, mount: mount_type, mount_path };
  };
  const data = found.flatMap(({ to, from, source }) => [side(target, to), side(source, from)]);
  return { data: { error: multiError([first, ...lines]), data } };
};

const sourcesOf = (storage: Storage, target: Entity, ids: readonly string[]): readonly Entity[] =>
  unique(ids).map((id) => {
    if (id === target.id) throw errorResponse('to_entity_id should not be present in from_entity_ids');
    const source = entityById(storage, id);
    if (!source) throw errorResponse('entity id to merge from is invalid');
    return source;
  });

/** Moves aliases, group memberships and the memory of earlier merges; the source is gone afterwards. */
const absorb = (core: Core, storage: Storage, target: Entity, source: Entity, keepIds: readonly string[]): void => {
  for (const from of [...source.aliases]) {
    const rival = target.aliases.find((a) => a.mountAccessor === from.mountAccessor);
    if (rival && keepIds.includes(rival.id)) continue;
    if (rival && !keepIds.includes(from.id))
      throw errorResponse(
        `conflicting mount accessors in following alias IDs and neither were present in conflicting_alias_ids_to_keep: ${from.id}, ${rival.id}`,
      );
    if (rival) target.aliases = target.aliases.filter((a) => a.id !== rival.id);
    target.aliases.push({
      ...from,
      canonicalId: target.id,
      mergedFrom: [...(from.mergedFrom ?? []), source.id],
      updated: core.wall,
    });
  }
  target.mergedIds = [...(target.mergedIds ?? []), ...(source.mergedIds ?? []), source.id];
  for (const id of [source.id, ...(source.mergedIds ?? [])]) storage.mergedInto[id] = target.id;
  const groups = groupsInOrder(storage).filter((group) => group.members?.includes(source.id));
  deleteEntity(storage, source);
  for (const group of groups) group.members = [...new Set([...(group.members ?? []), target.id])];
};

export const entityMerge = path<Storage>()({
  pattern: 'entity/merge/?',
  fields: {
    from_entity_ids: { type: 'comma slice' },
    to_entity_id: { type: 'string' },
    conflicting_alias_ids_to_keep: { type: 'comma slice' },
    force: { type: 'bool' },
  },
  operations: {
    update: (core, { storage }, given) => {
      const to = given.given('to_entity_id');
      if (to === undefined) throw errorResponse('missing entity id to merge to');
      const ids = given.get('from_entity_ids');
      if (ids.length === 0) throw errorResponse('missing entity ids to merge from');
      const target = entityById(storage, to);
      if (!target) throw errorResponse('entity id to merge to is invalid');
      const keepIds = given.get('conflicting_alias_ids_to_keep');
      if (ids.length > 1 && keepIds.length > 1)
        throw errorResponse(
          'aliases conflicts cannot be resolved with multiple from entity ids - merge one entity at a time',
        );
      const sources = sourcesOf(storage, target, ids);
      const found = keepIds.length === 0 ? clashes(target, sources) : [];
      if (found.length > 0) return clashResponse(core, target, found);
      copied(target);
      forget(storage, target);
      for (const source of sources) absorb(core, storage, target, source, keepIds);
      keep(storage, target);
      return undefined;
    },
  },
});
