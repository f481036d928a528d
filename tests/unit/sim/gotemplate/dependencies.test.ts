import { describe, expect, it } from 'vitest';
import {
  answerOf,
  mountOf,
  nameOf,
  parseTemplate,
  positionOf,
  render,
  requestFor,
  visit,
  waitAfter,
} from '../../../../src/sim/gotemplate/index.ts';

const used = (contents: string) => {
  const result = render({ contents, destination: '/out' }, () => ({ found: false }));
  return result.used;
};
const KV2 = mountOf({ data: { path: 'secret/', type: 'kv', options: { version: '2' } } });

describe('dependencies', () => {
  it.each([
    ['{{ secret "/secret/foo/" }}', 'vault.read(secret/foo)'],
    ['{{ secret "secret/foo?version=3" }}', 'vault.read(secret/foo.v3)'],
    ['{{ secret "secret/data/foo" "a=b" }}', 'vault.write(secret/data/foo -> 2b660a4a)'],
    ['{{ secrets "secret/" }}', 'vault.list(secret)'],
    ['{{ pkiCert "pki/issue/x" "common_name=a" }}', 'vault.pki(pki/issue/x->/out)'],
    ['{{ key "a/b@dc1" }}', 'kv.block(a/b@dc1)'],
    ['{{ service "v1.web@dc1|any,passing" }}', 'health.service(v1.web@dc1|any,passing)'],
    ['{{ nomadVar "a/b" }}', 'nomad.var.block(a/b@default.global)'],
  ])('%s is called %s', (template, name) => expect(used(template).map(nameOf)).toEqual([name]));

  it('asks for the same thing once', () =>
    expect(used('{{ secret "a" }}{{ secret "/a" }}{{ secret "a" "x=1" }}')).toHaveLength(2));

  it.each([
    ['secret/foo', '/v1/secret/data/foo'],
    ['secret/data/foo', '/v1/secret/data/foo'],
    ['secret/metadata/foo', '/v1/secret/metadata/foo'],
    ['secret', '/v1/secret/data'],
  ])('reads %s of a KV v2 mount at %s', (path, expected) =>
    expect(requestFor({ type: 'vault.read', path, query: {} }, KV2).path).toBe(expected),
  );

  it('lists a KV v2 mount under metadata and wraps what it writes', () => {
    expect(requestFor({ type: 'vault.list', path: 'secret/dir' }, KV2)).toMatchObject({
      method: 'LIST',
      path: '/v1/secret/metadata/dir',
    });
    expect(requestFor({ type: 'vault.write', path: 'secret/x', data: { a: 'b' } }, KV2)).toMatchObject({
      method: 'PUT',
      path: '/v1/secret/data/x',
      body: { data: { a: 'b' } },
    });
  });

  it('takes a deleted version for no secret', () => {
    const body = { data: { data: null, metadata: { deletion_time: '2026-01-01T00:00:00Z' } } };
    const read = { type: 'vault.read', path: 'secret/foo', query: {} } as const;
    expect(answerOf(read, KV2, body, null, Date.parse('2026-01-02T00:00:00Z'))).toEqual({
      ok: false,
      error: 'vault.read(secret/foo): no secret exists at secret/data/foo',
    });
  });

  it('waits nine tenths of a lease, give or take a twentieth', () => {
    const wait = (random: number) =>
      waitAfter({ lease_duration: 100 }, { staticInterval: 300, threshold: 0.9, random, now: 0 });
    expect([wait(0), wait(0.5), wait(0.999)].map(Math.round)).toEqual([85000, 90000, 94990]);
  });
});

describe('positions', () => {
  it('count characters, not bytes', () => {
    const parsed = parseTemplate({ contents: 'é\n“{{ secret "a" }}”' });
    const found: unknown[] = [];
    visit(parsed.root, (node) => {
      if (node.type === 'string') found.push(positionOf(parsed.source, node.pos));
    });
    expect(found).toEqual([{ line: 2, column: 12, offset: 13 }]);
  });

  it('keep what was read before a fault', () => {
    const parsed = parseTemplate({ contents: '{{ with secret "a" }}{{ .x }}{{ bad }}' });
    const names: string[] = [];
    visit(parsed.root, (node) => node.type === 'field' && names.push(node.ident.join('.')));
    expect(parsed.fault).toMatchObject({ detail: 'function "bad" not defined', line: 1, pos: 32 });
    expect(names).toEqual(['x']);
  });
});
