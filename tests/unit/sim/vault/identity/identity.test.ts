import { describe, expect, it } from 'vitest';
import type { Response } from '../../../../../src/sim/vault/framework/index.ts';
import { identity, identityHooks } from '../../../../../src/sim/vault/identity/index.ts';
import { LoneMount } from '../backend.ts';

const store = () => new LoneMount(identity);
const idOf = (answer: unknown): string => String((answer as Response).data?.id);
const login = (mount: LoneMount, name: string, metadata?: Record<string, string>) =>
  mount.change((storage) =>
    identityHooks.login(mount.core, storage, mount.mount, { name, ...(metadata && { metadata }) }),
  );

describe('a login', () => {
  it('makes an entity once for each alias and keeps its metadata up to date', () => {
    const mount = store();
    const first = login(mount, 'uid', { team: 'a' });
    expect(first.name).toMatch(/^entity_[0-9a-f]{8}$/);
    expect(login(mount, 'uid', { team: 'b' }).id).toBe(first.id);
    expect(login(mount, 'other').id).not.toBe(first.id);
    expect(mount.read(`entity/id/${first.id}`)).toMatchObject({
      aliases: [{ canonical_id: first.id, name: 'uid', metadata: { team: 'b' }, mount_path: 'identity/' }],
      metadata: null,
      policies: [],
    });
  });

  it('meets the entity that an operator tied to the alias', () => {
    const mount = store();
    const id = idOf(mount.write('entity', { name: 'Ann', policies: 'b,a,b' }));
    mount.write('entity-alias', { name: 'ann', canonical_id: id, mount_accessor: mount.mount.accessor });
    expect(login(mount, 'ANN')).toMatchObject({ id, policies: ['a', 'b'] });
  });
});

describe('groups', () => {
  it('hand their policies down through groups that contain groups, each once', () => {
    const mount = store();
    const entity = idOf(mount.write('entity', { name: 'ann' }));
    const inner = idOf(mount.write('group', { name: 'inner', policies: 'i', member_entity_ids: entity }));
    const outer = idOf(mount.write('group', { name: 'outer', policies: 'o', member_group_ids: inner }));
    const view = identityHooks.entity(mount.storage as never, entity);
    expect(view?.groups.map(({ name }) => name)).toEqual(['inner', 'outer']);
    expect(mount.read(`entity/id/${entity}`)).toMatchObject({
      direct_group_ids: [inner],
      inherited_group_ids: [outer],
      group_ids: [inner, outer],
    });
    expect(mount.write(`group/id/${inner}`, { member_group_ids: outer })).toEqual([
      400,
      `cyclic relationship detected for member group ID "${outer}"`,
    ]);
  });

  it('lose a member that is deleted', () => {
    const mount = store();
    const entity = idOf(mount.write('entity', { name: 'ann' }));
    mount.write('group', { name: 'g', member_entity_ids: entity });
    mount.ask('delete', 'entity/name/ANN');
    expect(mount.read('group/name/g')?.member_entity_ids).toEqual([]);
    expect(identityHooks.entity(mount.storage as never, entity)).toBeUndefined();
  });
});

describe('merging', () => {
  it('moves aliases and memberships, and the old id still finds the entity', () => {
    const mount = store();
    const from = login(mount, 'x').id;
    mount.write('group', { name: 'g', policies: 'p', member_entity_ids: from });
    const to = idOf(mount.write('entity', { name: 'to' }));
    expect(mount.write('entity/merge', { to_entity_id: to, from_entity_ids: from })).toBeUndefined();
    const view = identityHooks.entity(mount.storage as never, from);
    expect(view).toMatchObject({ id: to, aliases: [{ name: 'x' }], groups: [{ name: 'g' }] });
    expect(mount.read(`entity/id/${to}`)?.merged_entity_ids).toEqual([from]);
  });

  it('asks which alias to keep when both have one on the same mount', () => {
    const mount = store();
    const [from, to] = [login(mount, 'x'), login(mount, 'y')];
    const clash = mount.write('entity/merge', { to_entity_id: to.id, from_entity_ids: from.id }) as Response;
    expect(clash.data?.error).toMatch(/aliases with the same mount accessor/);
    const keep = from.aliases[0]?.id;
    mount.write('entity/merge', {
      to_entity_id: to.id,
      from_entity_ids: from.id,
      conflicting_alias_ids_to_keep: keep,
    });
    expect(identityHooks.entity(mount.storage as never, to.id)?.aliases.map(({ name }) => name)).toEqual(['x']);
  });
});

it.each([
  ['entity', { name: 'a', policies: 'root' }, 400, 'policies cannot contain root'],
  ['entity', { id: 'none' }, 400, 'entity not found from id'],
  [
    'entity',
    { metadata: { 'a b': 'c' } },
    500,
    'invalid entity metadata: failed to load metadata pair ("a b", "c"): key contains invalid characters',
  ],
  ['entity-alias', { name: 'a' }, 400, "'id' or 'mount_accessor' and 'name' must be provided"],
  ['group', { type: 'odd' }, 400, 'invalid group type "odd"'],
  ['group', { member_entity_ids: 'none' }, 500, 'invalid entity ID "none"'],
  ['lookup/entity', {}, 400, 'query parameter not supplied'],
  ['lookup/entity', { alias_name: 'a' }, 400, "both 'alias_name' and 'alias_mount_accessor' needs to be set"],
])('%s refuses %j', (path, data, status, text) => {
  expect(store().write(path, data)).toEqual([status, text]);
});
