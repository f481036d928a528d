/** `group`: policies for many entities. Source: vault: identity_store_groups.go, identity_store_util.go (sanitizeAndUpsertGroup). */
import {
  type Core,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  goError,
  goTime,
  type Handler,
  listResponse,
  nameRegex,
  path,
} from '../framework/index.ts';
import { aliasData } from './entity.ts';
import { containsGroup, groupById, groupByName, groupsInOrder, memberGroups } from './groups.ts';
import { checkMetadata } from './metadata.ts';
import { generatedName, mountOf, unique } from './print.ts';
import { entityById, type Group, type Storage } from './storage.ts';

const fields = {
  id: { type: 'string' },
  type: { type: 'string' },
  name: { type: 'string' },
  metadata: { type: 'kv pairs' },
  policies: { type: 'comma slice' },
  member_group_ids: { type: 'comma slice' },
  member_entity_ids: { type: 'comma slice' },
} as const satisfies FieldSchemas;

type Fields = FieldData<typeof fields>;

/** A new group, not yet kept. */
export const newGroup = (core: Core, storage: Storage, type: string): Group => {
  let name = generatedName(core, 'group');
  while (groupByName(storage, name)) name = generatedName(core, 'group');
  return {
    id: core.random.uuid(),
    name,
    type,
    policies: null,
    metadata: null,
    members: null,
    parents: null,
    alias: null,
    modifyIndex: 0,
    created: core.wall,
    updated: core.wall,
  };
};

/** Each write counts. */
export const keepGroup = (core: Core, storage: Storage, group: Group): void => {
  storage.groups[group.id] = { ...group, modifyIndex: group.modifyIndex + 1, updated: core.wall };
};

const typeOf = (before: Group | undefined, given: Fields): string => {
  const wanted = given.given('type');
  if (wanted !== undefined && before && wanted !== before.type) throw errorResponse('group type cannot be changed');
  const type = wanted ?? before?.type ?? 'internal';
  const chosen = type === '' ? 'internal' : type;
  if (chosen !== 'internal' && chosen !== 'external') throw errorResponse(`invalid group type "${chosen}"`);
  return chosen;
};

const membersOf = (group: Group, given: Fields): readonly string[] | null => {
  const wanted = given.given('member_entity_ids');
  if (wanted === undefined) return group.members;
  if (group.type === 'external') throw errorResponse("member entities can't be set manually for external groups");
  return wanted;
};

/** Sets which groups are members of this one. */
const linkGroups = (core: Core, storage: Storage, group: Group, wanted: readonly string[]): void => {
  for (const member of memberGroups(storage, group.id))
    if (!wanted.includes(member.id))
      keepGroup(core, storage, { ...member, parents: (member.parents ?? []).filter((id) => id !== group.id) });
  for (const id of unique(wanted)) {
    const member = groupById(storage, id);
    if (!member) throw goError(`invalid member group ID "${id}"`);
    if (member.parents?.includes(group.id)) continue;
    if (id === group.id) throw goError(`member group ID "${id}" is same as the ID of the group`);
    if (containsGroup(storage, id, group.id))
      throw errorResponse(`cyclic relationship detected for member group ID "${id}"`);
    keepGroup(core, storage, { ...member, parents: [...(member.parents ?? []), group.id] });
  }
};

const update = (core: Core, storage: Storage, before: Group | undefined, given: Fields) => {
  const group: Group = { ...(before ?? newGroup(core, storage, 'internal')) };
  const policies = given.given('policies');
  if (policies) group.policies = unique(policies.map((name) => name.toLowerCase()));
  if (group.policies?.includes('root')) throw errorResponse('policies cannot contain root');
  group.type = typeOf(before, given);
  const name = given.get('name');
  const rival = name === '' ? undefined : groupByName(storage, name);
  if (rival && rival.id !== group.id) throw errorResponse('group name is already in use');
  if (name !== '') group.name = name;
  group.metadata = given.given('metadata') ?? group.metadata;
  group.members = membersOf(group, given);
  const links = given.given('member_group_ids');
  if (links && group.type === 'external') throw errorResponse("member groups can't be set for external groups");
  checkMetadata('group', group.metadata);
  if (group.members) {
    group.members = unique(group.members);
    for (const id of group.members) if (!entityById(storage, id)) throw goError(`invalid entity ID "${id}"`);
  }
  if (links) linkGroups(core, storage, group, links);
  keepGroup(core, storage, group);
  return before ? undefined : { data: { id: group.id, name: group.name } };
};

const byId: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  if (given.get('id') === '') throw errorResponse('empty group ID');
  const group = groupById(storage, given.get('id'));
  if (!group) throw errorResponse('invalid group ID');
  return update(core, storage, group, given);
};

const byName: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  if (given.get('name') === '') throw errorResponse('empty group name');
  return update(core, storage, groupByName(storage, given.get('name')), given);
};

/** `group`: make or change one, by id or by name. */
export const groupPath = path<Storage>()({
  pattern: 'group',
  fields,
  operations: {
    update: (core, request, given) => {
      if (given.given('id') !== undefined) return byId(core, request, given);
      if (given.given('name') !== undefined) return byName(core, request, given);
      return update(core, request.storage, undefined, given);
    },
  },
});

/** The answer to a read or lookup. */
export const groupData = (core: Core, storage: Storage, group: Group): Record<string, unknown> => {
  const members = memberGroups(storage, group.id).map(({ id }) => id);
  const { local: _, custom_metadata: __, ...alias } = group.alias ? aliasData(core, group.alias) : {};
  return {
    alias,
    creation_time: goTime(group.created),
    id: group.id,
    last_update_time: goTime(group.updated),
    member_entity_ids: group.members,
    member_group_ids: members.length > 0 ? members : null,
    metadata: group.metadata,
    modify_index: group.modifyIndex,
    name: group.name,
    namespace_id: 'root',
    parent_group_ids: group.parents,
    policies: group.policies,
    type: group.type,
  };
};

const remove = (core: Core, storage: Storage, group: Group | undefined): undefined => {
  if (!group) return;
  for (const member of memberGroups(storage, group.id))
    keepGroup(core, storage, { ...member, parents: (member.parents ?? []).filter((id) => id !== group.id) });
  delete storage.groups[group.id];
};

const single = (
  pattern: string,
  write: Handler<Storage, typeof fields>,
  find: (storage: Storage, given: Fields) => Group | undefined,
) =>
  path<Storage>()({
    pattern,
    fields,
    operations: {
      update: write,
      read: (core, { storage }, given) => {
        const group = find(storage, given);
        return group && { data: groupData(core, storage, group) };
      },
      delete: (core, { storage }, given) => remove(core, storage, find(storage, given)),
    },
  });

export const groupIdPath = single(`group/id/${nameRegex('id')}`, byId, (storage, given) =>
  groupById(storage, given.get('id')),
);
export const groupNamePath = single('group/name/(?<name>.+)', byName, (storage, given) =>
  groupByName(storage, given.get('name')),
);

const info = (core: Core, group: Group): Record<string, unknown> => ({
  name: group.name,
  num_member_entities: group.members?.length ?? 0,
  num_parent_groups: group.parents?.length ?? 0,
  ...(group.alias && {
    alias: {
      id: group.alias.id,
      mount_accessor: group.alias.mountAccessor,
      ...mountOf(core, group.alias.mountAccessor),
      name: group.alias.name,
    },
  }),
});

export const groupIdList = path<Storage>()({
  pattern: 'group/id/?',
  fields: {},
  operations: {
    list: (core, { storage }) => {
      const groups = groupsInOrder(storage);
      const infos = groups.map((group) => [group.id, info(core, group)] as const);
      return listResponse(
        groups.map(({ id }) => id),
        Object.fromEntries(infos),
      );
    },
  },
});

export const groupNameList = path<Storage>()({
  pattern: 'group/name/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(groupsInOrder(storage).map(({ name }) => name)) },
});
