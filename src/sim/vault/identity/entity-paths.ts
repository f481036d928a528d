import {
  type Core,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  type Handler,
  listResponse,
  nameRegex,
  path,
  type Request,
} from '../framework/index.ts';
import { deleteEntity, entityData, newEntity, rewrite } from './entity.ts';
import { mountOf, unique } from './print.ts';
import { copied, type Entity, entitiesInOrder, entityById, entityByName, type Storage } from './storage.ts';

const fields = {
  id: { type: 'string' },
  name: { type: 'string' },
  metadata: { type: 'kv pairs' },
  policies: { type: 'comma slice' },
  disabled: { type: 'bool' },
} as const satisfies FieldSchemas;

type Fields = typeof fields;

/** The entity that a write means: by id, else by name, else a new one. */
const meant = (storage: Storage, given: FieldData<Fields>): Entity | undefined => {
  const [id, name] = [given.get('id'), given.get('name')];
  const byId = id === '' ? undefined : entityById(storage, id);
  if (id !== '' && !byId) throw errorResponse('entity not found from id');
  const byName = name === '' ? undefined : entityByName(storage, name);
  if (byId && byName && byId.id !== byName.id) throw errorResponse('entity name is already in use');
  return byId ?? byName;
};

const write: Handler<Storage, Fields> = (core, { storage }, given) => {
  const before = meant(storage, given);
  const name = given.get('name');
  if (before) copied(before);
  const entity: Entity = { ...(before ?? newEntity(core, storage, name)) };
  if (name !== '') entity.name = name;
  const policies = given.given('policies');
  if (policies) entity.policies = unique(policies);
  if (entity.policies.includes('root')) throw errorResponse('policies cannot contain root');
  entity.disabled = given.given('disabled') ?? entity.disabled;
  entity.metadata = given.given('metadata') ?? entity.metadata;
  rewrite(core, storage, entity, before);
  return before ? undefined : { data: { aliases: null, id: entity.id, name: entity.name } };
};

/** `entity`: make or change one, by id or by name. */
export const entityPath = path<Storage>()({ pattern: 'entity', fields, operations: { update: write } });

const single = (pattern: string, find: (storage: Storage, given: FieldData<Fields>) => Entity | undefined) =>
  path<Storage>()({
    pattern,
    fields,
    operations: {
      update: write,
      read: (core: Core, { storage }: Request<Storage>, given: FieldData<Fields>) => {
        const entity = find(storage, given);
        return entity && { data: entityData(core, storage, entity) };
      },
      delete: (_core: Core, { storage }: Request<Storage>, given: FieldData<Fields>) => {
        const entity = find(storage, given);
        if (entity) deleteEntity(storage, entity);
        return undefined;
      },
    },
  });

export const entityIdPath = single(`entity/id/${nameRegex('id')}`, (storage, given) =>
  entityById(storage, given.get('id')),
);

export const entityNamePath = single('entity/name/(?<name>.+)', (storage, given) =>
  entityByName(storage, given.get('name')),
);

const entityInfo = (core: Core, entity: Entity): Record<string, unknown> => ({
  name: entity.name,
  ...(entity.aliases.length > 0 && {
    aliases: entity.aliases.map(({ id, name, mountAccessor }) => ({
      id,
      mount_accessor: mountAccessor,
      ...mountOf(core, mountAccessor),
      name,
    })),
  }),
});

export const entityIdList = path<Storage>()({
  pattern: 'entity/id/?',
  fields: {},
  operations: {
    list: (core, { storage }) => {
      const entities = entitiesInOrder(storage);
      const info = entities.map((entity) => [entity.id, entityInfo(core, entity)] as const);
      return listResponse(
        entities.map(({ id }) => id),
        Object.fromEntries(info),
      );
    },
  },
});

/** Names in the order of the ids; the real list keeps its details under ids, so none of them fits a name. */
export const entityNameList = path<Storage>()({
  pattern: 'entity/name/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(entitiesInOrder(storage).map(({ name }) => name)) },
});

/** `entity/batch-delete`: several at once; ids that are not there do not matter. */
export const entityBatchDelete = path<Storage>()({
  pattern: 'entity/batch-delete',
  fields: { entity_ids: { type: 'comma slice' } },
  operations: {
    update: (_core, { storage }, given) => {
      const ids = given.get('entity_ids');
      if (ids.length === 0) throw errorResponse('missing entity ids to delete');
      for (const id of ids) {
        const entity = entityById(storage, id);
        if (entity) deleteEntity(storage, entity);
      }
      return undefined;
    },
  },
});
