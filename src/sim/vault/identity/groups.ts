/** Who belongs to which groups. Source: vault: identity_store_util.go (groupsByEntityID, collectGroupsReverseDFS). */
import type { Group, Storage } from './storage.ts';

export const groupsInOrder = (storage: Storage): readonly Group[] =>
  Object.keys(storage.groups)
    .sort()
    .flatMap((id) => storage.groups[id] ?? []);

export const groupById = (storage: Storage, id: string): Group | undefined =>
  Object.hasOwn(storage.groups, id) ? storage.groups[id] : undefined;

/** Names are compared without regard to letter case. */
export const groupByName = (storage: Storage, name: string): Group | undefined =>
  Object.values(storage.groups).find((group) => group.name.toLowerCase() === name.toLowerCase());

export const groupByAliasId = (storage: Storage, aliasId: string): Group | undefined =>
  Object.values(storage.groups).find((group) => group.alias?.id === aliasId);

export const groupByAlias = (storage: Storage, mountAccessor: string, name: string): Group | undefined =>
  Object.values(storage.groups).find(
    ({ alias }) => alias?.mountAccessor === mountAccessor && alias.name.toLowerCase() === name.toLowerCase(),
  );

/** Groups that name the entity as a member, and those that contain such groups. */
export const groupsOf = (
  storage: Storage,
  entityId: string,
): { readonly direct: readonly Group[]; readonly inherited: readonly Group[] } => {
  const direct = groupsInOrder(storage).filter((group) => group.members?.includes(entityId));
  const seen = new Set(direct.map((group) => group.id));
  const inherited: Group[] = [];
  const visit = (group: Group): void => {
    for (const id of group.parents ?? []) {
      const parent = groupById(storage, id);
      if (!parent || seen.has(id)) continue;
      seen.add(id);
      inherited.push(parent);
      visit(parent);
    }
  };
  direct.forEach(visit);
  return { direct, inherited };
};

/** Groups that are members of a group. */
export const memberGroups = (storage: Storage, id: string): readonly Group[] =>
  groupsInOrder(storage).filter((group) => group.parents?.includes(id));

/** Whether `from` contains `to`, itself or through its member groups. */
export const containsGroup = (storage: Storage, from: string, to: string): boolean => {
  const seen = new Set<string>();
  const search = (id: string): boolean => {
    if (id === to) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return memberGroups(storage, id).some((group) => search(group.id));
  };
  return search(from);
};
