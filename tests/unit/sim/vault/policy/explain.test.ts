import { expect, test } from 'vitest';
import { explain } from '../../../../../src/sim/vault/policy/index.ts';
import { policiesOf, request, rules, VERSION } from './acl.ts';

const why = (texts: readonly string[], operation: 'read' | 'list' | 'update', path: string, sudo = false) =>
  explain(request(operation, path), policiesOf(...texts), undefined, VERSION, sudo);

test('a grant names the rule, its policy and line, and the rules it beat', () => {
  const result = why(
    [`\n${rules('kv/data/app/* = read')}`, rules('kv/* = read', 'kv/data/+/x = deny')],
    'read',
    'kv/data/app/x',
  );
  expect(result.verdict).toEqual({ kind: 'granted', by: ['p0'] });
  expect(result.deciding?.path).toBe('kv/data/app/*');
  expect(result.deciding?.stanzas[0]?.path.start.line).toBe(2);
  expect(result.losers.map(({ path, because, wouldAllow }) => [path, because, wouldAllow])).toEqual([
    ['kv/*', 'first wildcard later', true],
    ['kv/data/+/x', 'first wildcard later', false],
  ]);
});

test('a denial says whether no rule matched, the rule denies, or it lacks the capability', () => {
  expect(why([rules('x = read')], 'read', 'y').verdict).toEqual({ kind: 'no rule' });
  expect(why([rules('x = deny')], 'read', 'x').verdict).toEqual({ kind: 'refused', because: 'denied' });
  expect(why([rules('x = list')], 'read', 'x').verdict).toEqual({ kind: 'refused', because: 'capability missing' });
  expect(why([rules('sys/auth/u = update')], 'update', 'sys/auth/u', true).verdict).toEqual({ kind: 'sudo missing' });
});

test('a refused parameter is named', () => {
  const policies = policiesOf('path "x" { capabilities = ["update"] allowed_parameters = { a = [] } }');
  const { verdict } = explain(request('update', 'x', { data: { b: 1 } }), policies, undefined, VERSION);
  expect(verdict).toEqual({ kind: 'refused', because: 'parameter', rule: 'not allowed', parameter: 'b' });
});

test('a list is decided by the path without its slash before the path with it', () => {
  const result = why([rules('kv/metadata/* = read', 'kv/metadata/app/* = list')], 'list', 'kv/metadata/app/');
  expect(result.allowed).toBe(false);
  expect(result.deciding).toMatchObject({ path: 'kv/metadata/*', foundFor: 'kv/metadata/app' });
  expect(result.losers).toMatchObject([
    { path: 'kv/metadata/app/*', because: 'path without slash first', wouldAllow: true },
  ]);
});

test.each([
  ['kv/app/* = read', 'kv/data/app/x', 'rule lacks data/'],
  ['kv/data/app/* = read', 'kv/app/x', 'request lacks data/'],
  ['kv/data/app/* = read', 'kv/metadata/app/x', 'other branch'],
  ['kv/data/app/* = read', 'kv/data/app', 'folder itself'],
  ['kv/data/App/* = read', 'kv/data/app/x', 'letter case'],
  ['kv/data/*/x = read', 'kv/data/app/x', '* in the middle'],
  ['v1/kv/data/x = read', 'kv/data/x', 'rule begins with v1/'],
])('%s nearly matches %s: %s', (line, path, because) => {
  expect(why([rules(line)], 'read', path).nearMisses).toMatchObject([{ because, stanzas: [{ policy: 'p0' }] }]);
});

test('templated stanzas that fall away are reported with their directive', () => {
  const { unresolved } = why([rules('kv/{{identity.entity.name}} = read')], 'read', 'kv/web');
  expect(unresolved).toMatchObject([{ written: 'kv/{{identity.entity.name}}', directive: 'identity.entity.name' }]);
});
