/** `entity-alias`: ties an entity to a name on an auth mount. Source: vault: identity_store_aliases.go. */
import {
  type Core,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  type Handler,
  nameRegex,
  type Outcome,
  path,
} from '../framework/index.ts';
import { aliasData, aliasListing, newAlias, newEntity } from './entity.ts';
import { checkCustomMetadata } from './metadata.ts';
import {
  type Alias,
  aliasById,
  aliasOf,
  copied,
  type Entity,
  entityByAlias,
  entityById,
  forget,
  keep,
  type Pairs,
  type Storage,
} from './storage.ts';

const fields = {
  id: { type: 'string' },
  /** The name of before `canonical_id`. */
  entity_id: { type: 'string' },
  canonical_id: { type: 'string' },
  mount_accessor: { type: 'string' },
  name: { type: 'string' },
  custom_metadata: { type: 'kv pairs' },
} as const satisfies FieldSchemas;

interface Wanted {
  readonly canonicalId: string;
  readonly mountAccessor: string;
  readonly name: string;
  readonly customMetadata: Pairs;
}

const answer = (alias: Alias): Outcome => ({ data: { canonical_id: alias.canonicalId, id: alias.id } });

const create = (core: Core, storage: Storage, wanted: Wanted): Outcome => {
  const { canonicalId, mountAccessor, name, customMetadata } = wanted;
  const found = canonicalId === '' ? undefined : entityById(storage, canonicalId);
  if (canonicalId !== '' && !found) throw errorResponse('invalid canonical ID');
  const entity = found ?? newEntity(core, storage);
  if (entity.aliases.some((alias) => alias.mountAccessor === mountAccessor))
    throw errorResponse('Alias already exists for requested entity and mount accessor');
  copied(entity);
  const alias = newAlias(core, entity.id, mountAccessor, name, { customMetadata });
  entity.aliases.push(alias);
  keep(storage, entity);
  return answer(alias);
};

const samePairs = (a: Pairs, b: Pairs | null): boolean => JSON.stringify(a) === JSON.stringify(b ?? {});

/** The entity that the alias shall belong to from now on. */
const newOwner = (storage: Storage, owner: Entity, alias: Alias, wanted: Wanted): Entity => {
  const moves = wanted.canonicalId !== '' && wanted.canonicalId !== alias.canonicalId;
  const taken = (entity: Entity) => entity.aliases.some((a) => a.mountAccessor === wanted.mountAccessor);
  if (!moves) {
    if (wanted.mountAccessor !== alias.mountAccessor && taken(owner))
      throw errorResponse("Alias cannot be updated as the entity already has an alias for the given 'mount_accessor' ");
    return owner;
  }
  const target = entityById(storage, wanted.canonicalId);
  if (!target) throw errorResponse("given 'canonical_id' is not associated with an entity");
  if (taken(target))
    throw errorResponse('Alias cannot be updated as the given entity already has an alias for this mount ');
  return target;
};

const update = (core: Core, storage: Storage, owner: Entity, alias: Alias, wanted: Wanted): Outcome => {
  const { name, mountAccessor, customMetadata, canonicalId } = wanted;
  const changed =
    name !== alias.name || mountAccessor !== alias.mountAccessor || !samePairs(customMetadata, alias.customMetadata);
  if (!changed && (canonicalId === '' || canonicalId === alias.canonicalId)) return undefined;
  if (changed) {
    if (!core.mountByAccessor(mountAccessor)) throw errorResponse(`invalid mount accessor "${mountAccessor}"`);
    const rival = entityByAlias(storage, mountAccessor, name);
    if (rival && aliasOf(rival, mountAccessor, name)?.id !== alias.id)
      throw errorResponse('alias with combination of mount accessor and name already exists');
  }
  const target = newOwner(storage, owner, alias, wanted);
  const renewed: Alias = { ...alias, name, mountAccessor, customMetadata, canonicalId: target.id, updated: core.wall };
  forget(storage, owner);
  owner.aliases = owner.aliases.filter((a) => a.id !== alias.id);
  copied(owner);
  if (target.id === owner.id) owner.aliases.push(renewed);
  else {
    copied(target);
    target.aliases.push(renewed);
  }
  keep(storage, owner);
  keep(storage, target);
  return answer(renewed);
};

const wantedBy = (given: FieldData<typeof fields>): Wanted => ({
  canonicalId: given.get('canonical_id') || given.get('entity_id'),
  mountAccessor: given.get('mount_accessor'),
  name: given.get('name'),
  customMetadata: given.get('custom_metadata'),
});

const write: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const wanted = wantedBy(given);
  checkCustomMetadata(wanted.customMetadata);
  const id = given.get('id');
  if (id !== '') {
    const found = aliasById(storage, id);
    if (!found) throw errorResponse('invalid alias ID provided');
    const { alias } = found;
    return update(core, storage, found.entity, alias, {
      canonicalId: wanted.canonicalId,
      mountAccessor: wanted.mountAccessor || alias.mountAccessor,
      name: wanted.name || alias.name,
      customMetadata: given.given('custom_metadata') ?? alias.customMetadata ?? {},
    });
  }
  const { mountAccessor, name } = wanted;
  if (mountAccessor === '' || name === '') throw errorResponse("'id' or 'mount_accessor' and 'name' must be provided");
  if (!core.mountByAccessor(mountAccessor)) throw errorResponse(`invalid mount accessor "${mountAccessor}"`);
  const owner = entityByAlias(storage, mountAccessor, name);
  const alias = owner && aliasOf(owner, mountAccessor, name);
  return owner && alias ? update(core, storage, owner, alias, wanted) : create(core, storage, wanted);
};

export const aliasPath = path<Storage>()({ pattern: 'entity-alias', fields, operations: { update: write } });

export const aliasIdPath = path<Storage>()({
  pattern: `entity-alias/id/${nameRegex('id')}`,
  fields,
  operations: {
    update: write,
    read: (core, { storage }, given) => {
      const found = aliasById(storage, given.get('id'));
      return found && { data: { ...aliasData(core, found.alias), namespace_id: 'root' } };
    },
    delete: (_core, { storage }, given) => {
      const found = aliasById(storage, given.get('id'));
      if (!found) return undefined;
      const { entity, alias } = found;
      forget(storage, entity);
      entity.aliases = entity.aliases.filter((a) => a.id !== alias.id);
      copied(entity);
      keep(storage, entity);
      return undefined;
    },
  },
});

export const aliasIdList = path<Storage>()({
  pattern: 'entity-alias/id/?',
  fields: {},
  operations: {
    list: (core, { storage }) => {
      return aliasListing(
        core,
        Object.values(storage.entities).flatMap((entity) => entity.aliases),
      );
    },
  },
});
