import { expect, test } from 'vitest';
import { parsePolicy } from '../../../../../src/sim/vault/policy/index.ts';
import { versions } from '../../../../../src/sim/vault/versions.ts';
import library from './library.fixture.json' with { type: 'json' };

/**
 * What hashicorp/hcl v1.0.1-vault-5 (Vault 1.19) and v1.0.1-vault-7 (1.21), decoding into the structures of Vault's
 * policy parser, said to these texts. `strict` only where the two differ; null: accepted.
 */
const cases: readonly { text: string; error: string | null; strict?: string | null }[] = library;

const said = (text: string, version: '1.19' | '1.21'): string | null =>
  parsePolicy('p', text, versions[version]).error ?? null;

test('every text is accepted or refused in the words of the real library, by release', () => {
  expect(cases.length).toBeGreaterThan(200);
  for (const { text, error, strict } of cases) {
    expect(said(text, '1.19'), text).toBe(error);
    expect(said(text, '1.21'), text).toBe(strict === undefined ? error : strict);
  }
});

test('a broken list in 1.19 leaves a policy with what stood before it', () => {
  const text = 'path "a" { policy = "read" capabilities = ["list" } }';
  const { policy } = parsePolicy('p', text, versions['1.19']);
  expect(policy?.stanzas[0]?.written).toBe('a');
});

test('stanzas know their policy and their places', () => {
  const { policy } = parsePolicy('web', '\npath "secret/x" {\n  capabilities = ["read"]\n}\n', versions['1.19']);
  const source = policy?.stanzas[0]?.source;
  expect(source).toMatchObject({
    policy: 'web',
    path: { start: { line: 2, column: 6 }, end: { line: 2, column: 16 } },
    capabilities: { start: { line: 3, column: 18 }, end: { line: 3, column: 26 } },
    stanza: { end: { line: 4, column: 2 } },
  });
});

test('the same policy as JSON and as HCL has the same rules', () => {
  const hcl = parsePolicy('p', 'path "a/*" { capabilities = ["read", "list"] }', versions['1.19']).policy;
  const json = parsePolicy('p', '{"path":{"a/*":{"capabilities":["read","list"]}}}', versions['1.19']).policy;
  expect(json?.stanzas.map(({ written, permissions }) => ({ written, permissions }))).toEqual(
    hcl?.stanzas.map(({ written, permissions }) => ({ written, permissions })),
  );
});
