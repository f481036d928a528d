import { expect, test } from 'vitest';
import { KvMount } from './mount.ts';

test('a stored ttl is the lease duration, if it is one; else the mount decides', () => {
  const kv = new KvMount(null);
  const lease = (data: Record<string, unknown>) => {
    kv.call('update', 'a', data);
    return kv.call('read', 'a')?.secret?.ttl;
  };
  expect(lease({ ttl: '30m' })).toBe(1800);
  expect(lease({ lease: 60 })).toBe(60);
  expect(lease({ ttl: 'soon' })).toBe(2_764_800);
  expect(lease({ x: 1 })).toBe(2_764_800);
});

test('every path is a secret, also one that looks like version 2', () => {
  const kv = new KvMount(null);
  kv.call('update', 'data/app', { data: { a: 1 } });
  expect(kv.call('read', 'data/app')?.data).toEqual({ data: { a: 1 } });
  expect(kv.call('list', '')?.data).toEqual({ keys: ['data/'] });
  expect(() => kv.call('update', 'data/app')).toThrow('missing data fields');
  kv.call('delete', 'data/app');
  expect(kv.call('list', '')?.data).toEqual({});
});

test('an upgrade turns secrets into first versions, after a moment of refusals', () => {
  const kv = new KvMount(null);
  kv.call('update', 'dir/x', { a: 1 });
  kv.tune({ version: '2' });
  expect(() => kv.call('read', 'data/dir/x')).toThrow('Upgrading from non-versioned to versioned data.');
  kv.wall += 1000;
  expect(kv.call('read', 'data/dir/x')?.data).toMatchObject({ data: { a: 1 }, metadata: { version: 1 } });
  expect(kv.call('read', 'metadata/dir/x')?.data).toMatchObject({ current_version: 1, oldest_version: 1 });
  expect(kv.call('read', 'dir/x')?.warnings?.[0]).toContain("use 'vault kv get'");
});

test('an empty mount is upgraded at once', () => {
  const kv = new KvMount(null);
  kv.tune({ version: '2' });
  expect(kv.call('update', 'data/a', { data: {} })?.data).toMatchObject({ version: 1 });
});
