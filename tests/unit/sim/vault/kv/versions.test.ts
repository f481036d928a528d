import { expect, test } from 'vitest';
import { KvMount } from './mount.ts';

const mount = (): KvMount => new KvMount({ version: '2' });
const versions = (kv: KvMount, path = 'metadata/a') => Object.keys(kv.call('read', path)?.data?.versions as object);

const write = (kv: KvMount, times: number, path = 'data/a'): void => {
  for (let n = 1; n <= times; n++) kv.call('update', path, { data: { n } });
};

test('ten versions are kept, and their numbers go on', () => {
  const kv = mount();
  write(kv, 11);
  expect(versions(kv)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  expect(kv.call('read', 'metadata/a')?.data).toMatchObject({ current_version: 11, oldest_version: 2 });
  expect(kv.call('read', 'data/a', { version: '1' })).toBeUndefined();
});

test('of the settings of mount and key the larger number of versions counts', () => {
  const kv = mount();
  kv.call('update', 'config', { max_versions: 2 });
  kv.call('update', 'metadata/a', { max_versions: 3 });
  write(kv, 5);
  write(kv, 5, 'data/b');
  expect(versions(kv)).toEqual(['3', '4', '5']);
  expect(versions(kv, 'metadata/b')).toEqual(['4', '5']);
});

test('check-and-set lets through the current version only, and 0 only for a new key', () => {
  const kv = mount();
  const set = (cas: unknown) => kv.call('update', 'data/a', { data: {}, options: { cas } });
  expect(set(0)?.data).toMatchObject({ version: 1 });
  expect(() => set(0)).toThrow('check-and-set parameter did not match the current version');
  expect(set('1')?.data).toMatchObject({ version: 2 });
  expect(() => set('x')).toThrow('error parsing check-and-set parameter');
  kv.call('update', 'config', { cas_required: true });
  expect(() => write(kv, 1)).toThrow('check-and-set parameter required for this call');
});

test('a version ends by itself after the shorter of the two delays, and undelete starts it anew', () => {
  const kv = mount();
  kv.call('update', 'config', { delete_version_after: '1h' });
  kv.call('update', 'metadata/a', { delete_version_after: '10m' });
  write(kv, 1);
  kv.wall += 599_000;
  expect(kv.call('read', 'data/a')?.data?.data).toEqual({ n: 1 });
  kv.wall += 1000;
  expect(kv.call('read', 'data/a')).toMatchObject({ status: 404, data: { data: null } });
  kv.call('update', 'undelete/a', { versions: [1] });
  expect(kv.call('read', 'data/a')?.data?.data).toEqual({ n: 1 });
  kv.wall += 600_000;
  expect(kv.call('read', 'data/a')?.status).toBe(404);
  kv.call('update', 'config', { delete_version_after: '-1s' });
  write(kv, 1);
  expect(kv.call('read', 'data/a')?.data?.metadata).toMatchObject({ deletion_time: '' });
});

test('a destroyed version stays gone, and its number stays', () => {
  const kv = mount();
  write(kv, 2);
  kv.call('update', 'destroy/a', { versions: '1' });
  kv.call('update', 'undelete/a', { versions: [1] });
  expect(kv.call('read', 'data/a', { version: 1 })).toMatchObject({
    status: 404,
    data: { metadata: { destroyed: true } },
  });
  expect(JSON.stringify(kv.storage)).not.toContain('"n":1');
});

test('null data is a version with nothing, which cannot be patched', () => {
  const kv = mount();
  kv.call('update', 'data/a', { data: null });
  expect(kv.call('read', 'data/a')?.data?.data).toBeNull();
  expect(() => kv.call('patch', 'data/a', { data: { x: 1 } })).toThrow('resource does not exist');
});

test('a patch merges deeply, null removes, lists are replaced', () => {
  const kv = mount();
  kv.call('update', 'data/a', { data: { a: { b: 1, c: 2 }, l: [1, 2], n: 1.5 } });
  kv.call('patch', 'data/a', { data: { a: { c: null, d: 3 }, l: [3] } });
  expect(kv.call('read', 'data/a')?.data?.data).toEqual({ a: { b: 1, d: 3 }, l: [3], n: 1.5 });
  expect(kv.call('patch', 'data/none', { data: {} })).toEqual({ status: 404, empty: true });
});

test('subkeys show the structure down to a depth', () => {
  const kv = mount();
  kv.call('update', 'data/a', { data: { a: { b: { c: 1 } }, e: {}, l: [{ x: 1 }] } });
  expect(kv.call('read', 'subkeys/a')?.data?.subkeys).toEqual({ a: { b: { c: null } }, e: null, l: null });
  expect(kv.call('read', 'subkeys/a', { depth: 2 })?.data?.subkeys).toEqual({ a: { b: null }, e: null, l: null });
  expect(kv.call('read', 'subkeys/a', { depth: 1 })?.data?.subkeys).toEqual({ a: null, e: null, l: null });
});

test('names like __proto__ are names', () => {
  const kv = mount();
  kv.call('update', 'data/__proto__/constructor', { data: JSON.parse('{"__proto__": {"x": 1}}') });
  expect(kv.call('list', 'metadata/')?.data).toEqual({ keys: ['__proto__/'] });
  expect(JSON.stringify(kv.call('read', 'data/__proto__/constructor')?.data?.data)).toBe('{"__proto__":{"x":1}}');
  kv.call('delete', 'metadata/__proto__/constructor');
  expect(kv.call('list', 'metadata/')?.data).toEqual({});
});
