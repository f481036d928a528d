import { expect, test } from 'vitest';
import type { Operation } from '../../../../../src/sim/vault/framework/index.ts';
import { aclOf, request, rules } from './acl.ts';

const decides = (lines: readonly string[], operation: Operation, path: string): boolean =>
  aclOf(rules(...lines)).allow(request(operation, path)).allowed;

const expectations: readonly [lines: readonly string[], operation: Operation, path: string, allowed: boolean][] = [
  [['kv/data/app/* = read'], 'read', 'kv/data/app/config', true],
  [['kv/data/app/* = read'], 'read', 'kv/data/app', false],
  [['kv/data/app/* = read'], 'read', 'kv/data/app/team/db', true],
  [['kv/data/app* = read'], 'read', 'kv/data/apple/config', true],
  [['kv/data/app/* = create, read'], 'update', 'kv/data/app/config', false],
  [['kv/data/app/* = read', 'kv/data/app/config = deny'], 'read', 'kv/data/app/config', false],
  [['kv/data/* = deny', 'kv/data/app/* = read'], 'read', 'kv/data/app/config', true],
  [['kv/data/app/* = read, update', 'kv/data/app/config = read'], 'update', 'kv/data/app/config', false],
  [['kv/data/+/config = read'], 'read', 'kv/data/app/config', true],
  [['kv/data/+/config = read'], 'read', 'kv/data/a/b/config', false],
  [['kv/data/+/* = read'], 'read', 'kv/data/app/team/db', true],
  [['kv/data/+/* = read'], 'read', 'kv/data/app', false],
  [['kv/data/*/config = read'], 'read', 'kv/data/app/config', false],
  [['kv/data/+/config = read', 'kv/data/app/* = deny'], 'read', 'kv/data/app/config', false],
  [['kv/data/+/config = deny', 'kv/data/* = read'], 'read', 'kv/data/app/config', false],
  [['kv/data/+/+/x = deny', 'kv/data/+/b/x = read'], 'read', 'kv/data/a/b/x', true],
  [['kv/data/+/ba* = deny', 'kv/data/+/bar = read'], 'read', 'kv/data/a/bar', true],
  [['kv/data/+ = deny', 'kv/data/* = read'], 'read', 'kv/data/a', false],
  [['kv/metadata/app = list'], 'list', 'kv/metadata/app/', true],
  [['kv/metadata/+ = list'], 'list', 'kv/metadata/app/', true],
  [['kv/metadata/* = read', 'kv/metadata/app/* = list'], 'list', 'kv/metadata/app/', false],
  [['kv/metadata/* = list', 'kv/metadata/app/* = deny'], 'list', 'kv/metadata/app/', true],
  [['* = read'], 'read', 'anything/at/all', true],
  [['/kv/data/app/config = read'], 'read', 'kv/data/app/config', true],
  [['kv/data/App/config = read'], 'read', 'kv/data/app/config', false],
  [['kv/* = read', 'kv/data/app/* = '], 'read', 'kv/data/app/x', false],
  [['kv/data/+foo/x = read'], 'read', 'kv/data/afoo/x', false],
];

test.each(expectations)('with %j, %s of %s is allowed: %s', (lines, operation, path, allowed) => {
  expect(decides(lines, operation, path)).toBe(allowed);
});

test('stanzas for one path unite across policies, and a deny wins over all', () => {
  const [a, b, c] = [rules('x/* = read'), rules('x/* = update'), rules('x/* = deny')];
  expect(aclOf(a, b).capabilities('x/1')).toEqual(['read', 'update']);
  expect(aclOf(a, b, c).capabilities('x/1')).toEqual(['deny']);
  expect(aclOf(a, b).allow(request('update', 'x/1')).granting).toEqual(['p1']);
});

test('a policy without text gives nothing, and root everything', () => {
  expect(aclOf('').capabilities('x')).toEqual(['deny']);
  expect(aclOf('').allow(request('read', 'x'))).toMatchObject({ allowed: false, sudo: false });
});

test('wrapping bounds demand a wrapped answer within them, for every capability', () => {
  const acl = aclOf('path "a" { capabilities = ["read"] min_wrapping_ttl = "10s" max_wrapping_ttl = 60 }');
  const ttls = [0, 5, 10, 60, 61].map((wrapTtl) => acl.allow(request('read', 'a', { wrapTtl })).allowed);
  expect(ttls).toEqual([false, false, true, true, false]);
  expect(acl.capabilities('a')).toEqual(['read']);
});

test('a mount is touched by rules below it, by + rules that reach it, not by denies', () => {
  expect(aclOf(rules('secret/data/app = read')).touches('secret/')).toBe(true);
  expect(aclOf(rules('secret/data/app = deny')).touches('secret/')).toBe(false);
  expect(aclOf(rules('+/data/app = read')).touches('secret/')).toBe(true);
  expect(aclOf(rules('kv/+/app = read')).touches('secret/')).toBe(false);
  expect(aclOf(rules('* = read')).touches('secret/')).toBe(true);
});
