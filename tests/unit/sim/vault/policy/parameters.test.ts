import { expect, test } from 'vitest';
import { compileAcl, parsePolicy } from '../../../../../src/sim/vault/policy/index.ts';
import { versions } from '../../../../../src/sim/vault/versions.ts';
import { request } from './acl.ts';

const allows = (body: string, data: Record<string, unknown>, version: '1.19' | '1.21' = '1.19'): boolean => {
  const text = `path "a" { capabilities = ["create", "read", "delete"] ${body} }`;
  const { policy, error } = parsePolicy('p', text, versions[version]);
  if (error !== undefined) throw new Error(error);
  return compileAcl([policy], undefined, versions[version]).allow(request('create', 'a', { data })).allowed;
};

test('only listed parameters with listed values pass', () => {
  const body = 'allowed_parameters = { foo = [] bar = ["zip", "za*"] }';
  expect(allows(body, { foo: 1, bar: 'zip' })).toBe(true);
  expect(allows(body, { BAR: 'zap' })).toBe(true);
  expect(allows(body, { bar: 'zop' })).toBe(false);
  expect(allows(body, { baz: 1 })).toBe(false);
  expect(allows('allowed_parameters = { bar = ["zip"] "*" = [] }', { baz: 1 })).toBe(true);
  expect(allows('allowed_parameters = { bar = ["zip"] "*" = [] }', { bar: 'x' })).toBe(false);
});

test('denied parameters go before allowed ones, and a star denies all', () => {
  expect(allows('denied_parameters = { pw = [] }', { pw: 1 })).toBe(false);
  expect(allows('denied_parameters = { pw = ["*x*"] }', { pw: 'axb' })).toBe(false);
  expect(allows('denied_parameters = { pw = ["*x*"] }', { pw: 'ab' })).toBe(true);
  expect(allows('denied_parameters = { "*" = [] }', { any: 1 })).toBe(false);
  expect(allows('denied_parameters = { "*" = [] }', {})).toBe(true);
});

test('required parameters must be there', () => {
  expect(allows('required_parameters = ["Owner"]', {})).toBe(false);
  expect(allows('required_parameters = ["Owner"]', { owner: null })).toBe(true);
});

test('a number in a policy matches no number in a request, a boolean does', () => {
  expect(allows('allowed_parameters = { n = [1] }', { n: 1 })).toBe(false);
  expect(allows('allowed_parameters = { n = ["1"] }', { n: '1' })).toBe(true);
  expect(allows('allowed_parameters = { n = [true] }', { n: true })).toBe(true);
});

test('a list is held as a whole in 1.19, by its elements in 1.21', () => {
  const body = 'allowed_parameters = { p = ["a", "b"] }';
  expect(allows(body, { p: ['a', 'b'] })).toBe(false);
  expect(allows('allowed_parameters = { p = [["a", "b"]] }', { p: ['a', 'b'] })).toBe(true);
  expect(allows(body, { p: ['a', 'b'] }, '1.21')).toBe(true);
  expect(allows(body, { p: 'a,b' }, '1.21')).toBe(true);
  expect(allows(body, { p: ['a', 'c'] }, '1.21')).toBe(false);
  expect(allows('denied_parameters = { p = ["a"] }', { p: ['x', 'a'] })).toBe(true);
  expect(allows('denied_parameters = { p = ["a"] }', { p: ['x', 'a'] }, '1.21')).toBe(false);
});

test('of stanzas for one path, an empty list lets any value through', () => {
  const text = `path "a" { capabilities = ["create"] allowed_parameters = { p = ["x"] } }
    path "a" { capabilities = ["create"] allowed_parameters = { p = [] q = ["y"] } }`;
  const { policy } = parsePolicy('p', text, versions['1.19']);
  const acl = compileAcl(policy === undefined ? [] : [policy], undefined, versions['1.19']);
  expect(acl.allow(request('create', 'a', { data: { p: 'z', q: 'y' } })).allowed).toBe(true);
  expect(acl.allow(request('create', 'a', { data: { q: 'z' } })).allowed).toBe(false);
});
