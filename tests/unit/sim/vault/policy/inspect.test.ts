import { expect, test } from 'vitest';
import { inspectPolicy } from '../../../../../src/sim/vault/policy/index.ts';
import { VERSION } from './acl.ts';

test('a text Vault accepts has no error, and every word its place', () => {
  const seen = inspectPolicy('p', 'path "kv/x" {\n  capabilities = ["read", "deny"]\n}', VERSION);
  expect(seen.error).toBeUndefined();
  expect(seen.stanzas[0]?.path?.text).toBe('kv/x');
  expect(seen.stanzas[0]?.capabilities.map(({ text, range }) => [text, range.start.column])).toEqual([
    ['read', 19],
    ['deny', 27],
  ]);
});

test('a broken stanza costs only itself', () => {
  const text =
    'path "a" {\n  capabilities = [read]\n}\npath b/c {\n}\npath "d" {\n  capabilities = ["list"\n}\npath "e" { policy = "read" }\n';
  const seen = inspectPolicy('p', text, VERSION);
  expect(seen.error?.text).toBe('failed to parse policy: At 2:19: unexpected token while parsing list: IDENT');
  expect(seen.stanzas.map((stanza) => stanza.path?.text)).toEqual(expect.arrayContaining(['a', 'd', 'e']));
  expect(seen.stanzas[0]?.capabilities).toMatchObject([{ text: 'read', known: true }]);
  expect(seen.troubles.map(({ range }) => range.start.line)).toEqual(expect.arrayContaining([2, 4]));
});

test('what only Vault objects to is found in every stanza, not just the first', () => {
  const text = 'path "a" { capabilities = ["reed"] }\npath "b" { caps = [] }\nfoo "c" {}';
  const seen = inspectPolicy('p', text, VERSION);
  expect(seen.stanzas.map((stanza) => stanza.error)).toEqual([
    'path "a": invalid capability "reed"',
    '1 error occurred:\n\t* path "b": invalid key "caps" on line 2\n\n',
  ]);
  expect(seen.stanzas[0]?.capabilities[0]).toMatchObject({ known: false, range: { start: { line: 1, column: 28 } } });
  expect(seen.strangers).toMatchObject([{ text: 'foo', range: { start: { line: 3, column: 1 } } }]);
  expect(seen.error?.range.start.line).toBe(3);
});

const slip = (text: string) => {
  const seen = inspectPolicy('p', `${text}\npath "b" { capabilities = ["list"] }\n`, VERSION);
  expect(seen.error).toBeDefined();
  expect(seen.stanzas.at(-1)).toMatchObject({ path: { text: 'b' }, error: undefined });
  return {
    path: seen.stanzas[0]?.path?.text,
    capabilities: seen.stanzas[0]?.capabilities.map((word) => word.text),
    troubles: seen.troubles.map(({ message, range }) => `${range.start.line}:${range.start.column} ${message}`),
  };
};

test.each([
  ["path 'a' {\n  capabilities = ['read']\n}", ['1:6', '2:19'], 'only straight double quotes (") hold a text'],
  ['path “a” {\n  capabilities = [“read”]\n}', ['1:6', '2:19'], 'only straight double quotes (") hold a text'],
  ['path "a {\n  capabilities = ["read"]\n}', ['1:6'], 'the closing quote is missing'],
  ['path "a" {\n  capabilities: ["read"]\n}', ['2:15'], 'a key takes = here, not :'],
  ['path "a" {\n  capabilities = ["read"]\n', ['1:10'], 'this { is never closed'],
  ['path "a" {\n  capabilities = ["read"\n}', ['2:18'], 'this [ is never closed'],
  ['path "a" {\n  capabilities = [read]\n}', ['2:19'], 'texts in a list need double quotes'],
])('the slip in %j is named at its place, and the stanza is still read', (text, places, message) => {
  expect(slip(text)).toEqual({
    path: 'a',
    capabilities: ['read'],
    troubles: places.map((place) => `${place} ${message}`),
  });
});

test('a path without quotes is read as if it had them, comment signs in it and all', () => {
  expect(slip('path kv/data/* {\n  capabilities = ["read"]\n}')).toEqual({
    path: 'kv/data/*',
    capabilities: ['read'],
    troubles: ['1:6 a path needs double quotes'],
  });
});
