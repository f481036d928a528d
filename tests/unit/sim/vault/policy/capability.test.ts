import { expect, test } from 'vitest';
import { compileAcl, parsePolicy } from '../../../../../src/sim/vault/policy/index.ts';
import { versions } from '../../../../../src/sim/vault/versions.ts';
import { aclOf, policiesOf } from './acl.ts';

test('the old word for a set of capabilities counts besides the list, deny instead of it', () => {
  const acl = aclOf(
    'path "a" { policy = "read" capabilities = ["patch"] } path "b" { policy = "deny" capabilities = ["read"] }',
  );
  expect(acl.capabilities('a')).toEqual(['list', 'patch', 'read']);
  expect(acl.capabilities('b')).toEqual(['deny']);
});

test('a deny in a list ends it: what follows is not even looked at', () => {
  expect(aclOf('path "a" { capabilities = ["read", "deny", "reed"] }').capabilities('a')).toEqual(['deny']);
});

test('recover is known to 1.21 only', () => {
  const said = (version: '1.19' | '1.21') =>
    parsePolicy('p', 'path "a" { capabilities = ["recover"] }', versions[version]).error;
  expect(said('1.19')).toBe('path "a": invalid capability "recover"');
  expect(said('1.21')).toBeUndefined();
});

test('the rules of a token are listed for the UI, with + rules from 1.21 on', () => {
  const text =
    'path "a/*" { capabilities = ["read", "patch", "list"] } path "b/+" { capabilities = [] } path "c" { policy = "deny" }';
  expect(aclOf(text).resultant()).toEqual({
    chroot_namespace: '',
    exact_paths: { c: { capabilities: ['deny'] } },
    glob_paths: { 'a/': { capabilities: ['list', 'read', 'patch'] } },
    root: false,
  });
  const now = compileAcl(policiesOf(text), undefined, versions['1.21']).resultant();
  expect(now.glob_paths).toMatchObject({ 'b/+': { capabilities: ['deny'] } });
});
