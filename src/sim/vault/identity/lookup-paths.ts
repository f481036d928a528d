/** `lookup/entity` and `lookup/group`: found by exactly one property. Source: vault: identity_lookup.go. */
import { errorResponse, type FieldData, type FieldSchemas, path } from '../framework/index.ts';
import { entityData } from './entity.ts';
import { groupData } from './group-paths.ts';
import { groupByAlias, groupByAliasId, groupById, groupByName } from './groups.ts';
import {
  aliasById,
  type Entity,
  entityByAlias,
  entityById,
  entityByName,
  type Group,
  type Storage,
} from './storage.ts';

const fields = {
  id: { type: 'string' },
  name: { type: 'string' },
  alias_id: { type: 'string' },
  alias_name: { type: 'string' },
  alias_mount_accessor: { type: 'string' },
} as const satisfies FieldSchemas;

interface Finders<T> {
  readonly id: (id: string) => T | undefined;
  readonly name: (name: string) => T | undefined;
  readonly aliasId: (id: string) => T | undefined;
  readonly alias: (mountAccessor: string, name: string) => T | undefined;
}

const find = <T>(given: FieldData<typeof fields>, by: Finders<T>): T | undefined => {
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const sent = names.filter((name) => given.given(name) !== undefined).length;
  const [aliasName, accessor] = [given.get('alias_name'), given.get('alias_mount_accessor')];
  if (sent === 0) throw errorResponse('query parameter not supplied');
  if (sent !== 1 && !(sent === 2 && aliasName !== '' && accessor !== ''))
    throw errorResponse('query parameter conflict; please supply distinct set of query parameters');
  if (sent === 1 && (aliasName !== '' || accessor !== ''))
    throw errorResponse("both 'alias_name' and 'alias_mount_accessor' needs to be set");
  if (given.get('id') !== '') return by.id(given.get('id'));
  if (given.get('name') !== '') return by.name(given.get('name'));
  if (given.get('alias_id') !== '') return by.aliasId(given.get('alias_id'));
  return aliasName !== '' && accessor !== '' ? by.alias(accessor, aliasName) : undefined;
};

export const lookupEntity = path<Storage>()({
  pattern: 'lookup/entity',
  fields,
  operations: {
    update: (core, { storage }, given) => {
      const entity = find<Entity>(given, {
        id: (id) => entityById(storage, id),
        name: (name) => entityByName(storage, name),
        aliasId: (id) => aliasById(storage, id)?.entity,
        alias: (accessor, name) => entityByAlias(storage, accessor, name),
      });
      return entity && { data: entityData(core, storage, entity) };
    },
  },
});

export const lookupGroup = path<Storage>()({
  pattern: 'lookup/group',
  fields,
  operations: {
    update: (core, { storage }, given) => {
      const group = find<Group>(given, {
        id: (id) => groupById(storage, id),
        name: (name) => groupByName(storage, name),
        aliasId: (id) => groupByAliasId(storage, id),
        alias: (accessor, name) => groupByAlias(storage, accessor, name),
      });
      return group && { data: groupData(core, storage, group) };
    },
  },
});
