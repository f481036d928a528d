import { expect, test } from 'vitest';
import { KvMount } from './mount.ts';

const mount = (version: '1.19' | '1.21' = '1.19'): KvMount => new KvMount({ version: '2' }, version);
const custom = (kv: KvMount) => kv.call('read', 'metadata/a')?.data?.custom_metadata;

test('custom metadata has limits, and all complaints come together', () => {
  const kv = mount();
  const set = (custom_metadata: unknown) => () => kv.call('update', 'metadata/a', { custom_metadata });
  expect(set({ '': 'x', k: '' })).toThrow(
    '2 errors occurred:\n\t* custom_metadata validation failed: length of key "" is 0 but must be 0 < len(key) <= 128\n\t* custom_metadata validation failed: length of value for key "k" is 0 but must be 0 < len(value) <= 512\n\n',
  );
  expect(set({ k: 'a\u0007' })).toThrow('value for key "k" contains unprintable characters');
  expect(set({ k: { x: 1 } })).toThrow(
    "custom_metadata validation failed: '' expected type 'string', got unconvertible type 'map[string]interface {}', value: 'map[x:1]'",
  );
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`k${at}`, 'v']));
  expect(set(many)).toThrow('payload must contain at most 64 keys, provided 65');
  expect(kv.call('read', 'metadata/a')).toBeUndefined();
});

test('custom metadata is replaced by a write and merged by a patch', () => {
  const kv = mount();
  kv.call('update', 'metadata/a', { custom_metadata: { a: '1', b: true, n: 5 } });
  expect(custom(kv)).toEqual({ a: '1', b: '1', n: '5' });
  kv.call('patch', 'metadata/a', { custom_metadata: { a: null, c: '3' } });
  expect(custom(kv)).toEqual({ b: '1', n: '5', c: '3' });
  expect(() => kv.call('patch', 'metadata/a', { custom_metadata: { c: 3 } })).toThrow(
    'json: cannot unmarshal number into Go struct field KeyMetadata.custom_metadata of type string',
  );
  kv.call('patch', 'metadata/a', { custom_metadata: null, max_versions: 4 });
  expect(custom(kv)).toBeNull();
  kv.call('update', 'metadata/a', { custom_metadata: { z: 'y' } });
  kv.call('update', 'metadata/a', { cas_required: true });
  expect(kv.call('read', 'metadata/a')?.data).toMatchObject({ custom_metadata: { z: 'y' }, max_versions: 4 });
});

test('a key can not opt out of check-and-set that its mount demands', () => {
  const kv = mount();
  kv.call('update', 'config', { cas_required: true });
  expect(kv.call('update', 'metadata/a', { cas_required: false })?.warnings).toEqual([
    '"cas_required" set to false, but is mandated by backend config. This value will be ignored.',
  ]);
});

test('a metadata write without fields makes nothing; deleting metadata forgets all versions', () => {
  const kv = mount();
  kv.call('update', 'metadata/a', {});
  expect(kv.call('read', 'metadata/a')).toBeUndefined();
  kv.call('update', 'data/a', { data: {} });
  kv.call('delete', 'metadata/a');
  expect(kv.call('update', 'data/a', { data: {} })?.data).toMatchObject({ version: 1 });
});

test('listing shows keys and folders, deleted ones too unless 1.21 is asked to leave them out', () => {
  const kv = mount('1.21');
  for (const path of ['b', 'a', 'a/x', 'team/db']) kv.call('update', `data/${path}`, { data: {} });
  kv.call('delete', 'data/b');
  expect(kv.call('list', 'metadata/')?.data).toEqual({ keys: ['a', 'a/', 'b', 'team/'] });
  expect(kv.call('list', 'metadata/', { exclude_deleted: 'true' })?.data).toEqual({ keys: ['a', 'a/', 'team/'] });
  expect(kv.call('list', 'metadata/team/')?.data).toEqual({ keys: ['db'] });
  expect(kv.call('list', 'metadata/none/')?.data).toEqual({});
});

test('1.21 says who wrote and who deleted, 1.19 does not', () => {
  const [now, before] = [mount('1.21'), mount('1.19')];
  for (const kv of [now, before]) {
    kv.call('update', 'data/a', { data: {} });
    kv.call('delete', 'data/a');
  }
  const root = { actor: 'token', client_id: '0DHqvq2D77kL2/JTPSZkTMJbkFVmUu0TzMi0jiXcFy8=' };
  expect(now.call('read', 'metadata/a')?.data).toMatchObject({
    last_updated_by: { ...root, operation: 'delete' },
    versions: { '1': { created_by: { ...root, operation: 'create' }, deleted_by: { ...root, operation: 'delete' } } },
  });
  now.call('update', 'undelete/a', { versions: [1] });
  expect(now.call('read', 'metadata/a')?.data).toMatchObject({
    last_updated_by: { operation: 'undelete' },
    versions: { '1': { deleted_by: null } },
  });
  expect(JSON.stringify(before.call('read', 'metadata/a'))).not.toContain('_by');
});
