/** `group-alias`: ties an external group to a group of an auth method. Source: vault: identity_store_group_aliases.go. */
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
import { aliasData, aliasListing, newAlias } from './entity.ts';
import { keepGroup, newGroup } from './group-paths.ts';
import { groupByAlias, groupByAliasId, groupById, groupsInOrder } from './groups.ts';
import type { Alias, Group, Storage } from './storage.ts';

const fields = {
  id: { type: 'string' },
  name: { type: 'string' },
  mount_accessor: { type: 'string' },
  canonical_id: { type: 'string' },
} as const satisfies FieldSchemas;

type Fields = FieldData<typeof fields>;

const targetOf = (storage: Storage, id: string): Group | undefined => {
  if (id === '') return undefined;
  const group = groupById(storage, id);
  if (!group) throw errorResponse("invalid group ID given in 'canonical_id'");
  if (group.type !== 'external') throw errorResponse("alias can't be set on an internal group");
  return group;
};

/** @param holder the group that has the alias now; `undefined` for a new alias */
const write = (core: Core, storage: Storage, given: Fields, holder: Group | undefined): Outcome => {
  const [name, accessor, canonicalId] = [given.get('name'), given.get('mount_accessor'), given.get('canonical_id')];
  if (name === '') throw errorResponse('missing alias name');
  if (accessor === '') throw errorResponse('missing mount_accessor');
  const old = holder?.alias ?? undefined;
  if (old?.name === name && old.mountAccessor === accessor && (canonicalId === '' || holder?.id === canonicalId))
    return undefined;
  const wanted = targetOf(storage, canonicalId);
  if (!core.mountByAccessor(accessor)) throw errorResponse(`invalid mount accessor "${accessor}"`);
  const rival = groupByAlias(storage, accessor, name)?.alias;
  if (rival && rival.id !== old?.id) throw errorResponse('combination of mount and group alias name is already in use');
  const target = wanted ?? holder ?? newGroup(core, storage, 'external');
  const alias: Alias = old
    ? { ...old, name, mountAccessor: accessor, canonicalId: target.id, updated: core.wall }
    : newAlias(core, target.id, accessor, name, {});
  if (holder && holder.id !== target.id) keepGroup(core, storage, { ...holder, alias: null });
  keepGroup(core, storage, { ...target, alias });
  return { data: { canonical_id: target.id, id: alias.id } };
};

const byId: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const holder = groupByAliasId(storage, given.get('id'));
  if (!holder) throw errorResponse('invalid group alias ID');
  return write(core, storage, given, holder);
};

export const groupAliasPath = path<Storage>()({
  pattern: 'group-alias',
  fields,
  operations: {
    update: (core, request, given) =>
      given.given('id') === undefined ? write(core, request.storage, given, undefined) : byId(core, request, given),
  },
});

export const groupAliasIdPath = path<Storage>()({
  pattern: `group-alias/id/${nameRegex('id')}`,
  fields,
  operations: {
    update: byId,
    read: (core, { storage }, given) => {
      const alias = groupByAliasId(storage, given.get('id'))?.alias;
      return alias ? { data: { ...aliasData(core, alias), namespace_id: 'root' } } : undefined;
    },
    delete: (core, { storage }, given) => {
      const holder = groupByAliasId(storage, given.get('id'));
      if (holder) keepGroup(core, storage, { ...holder, alias: null });
      return undefined;
    },
  },
});

export const groupAliasIdList = path<Storage>()({
  pattern: 'group-alias/id/?',
  fields: {},
  operations: {
    list: (core, { storage }) => {
      return aliasListing(
        core,
        groupsInOrder(storage).flatMap(({ alias }) => alias ?? []),
      );
    },
  },
});
