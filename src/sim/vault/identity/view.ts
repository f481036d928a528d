import type { EntityView } from '../framework/index.ts';
import { groupsOf } from './groups.ts';
import type { Entity, Storage } from './storage.ts';

/** An entity as policies, templates and the token store look at it. */
export const entityView = (storage: Storage, entity: Entity): EntityView => {
  const { direct, inherited } = groupsOf(storage, entity.id);
  return {
    id: entity.id,
    name: entity.name,
    disabled: entity.disabled,
    metadata: entity.metadata,
    policies: entity.policies,
    aliases: entity.aliases,
    groups: [...direct, ...inherited].map(({ id, name, metadata, policies }) => ({
      id,
      name,
      metadata,
      policies: policies ?? [],
    })),
  };
};
