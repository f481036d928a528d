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
