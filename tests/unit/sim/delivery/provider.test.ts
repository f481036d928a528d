import { expect, test } from 'vitest';
import { contentOf, modeOf, versionOf } from '../../../../src/sim/delivery/csi-provider/content.ts';
import { cacheKey, readParameters, type SecretObject } from '../../../../src/sim/delivery/csi-provider/parameters.ts';
import { belowV1 } from '../../../../src/sim/delivery/csi-provider/secret-path.ts';

const OBJECT: SecretObject = {
  objectName: 'a',
  secretPath: 'kv/data/app',
  secretKey: 'key',
  method: '',
  secretArgs: null,
  filePermission: null,
  encoding: '',
};
const of = (value: unknown, encoding = '') =>
  contentOf({ ...OBJECT, encoding }, { data: { data: { key: value }, metadata: {} } });

test('a key is found in either version of KV; texts come raw, the rest as JSON', () => {
  expect(of('text')).toEqual({ text: 'text' });
  expect(of({ b: [1] })).toEqual({ text: '{"b":[1]}' });
  expect(contentOf(OBJECT, { data: { key: 'v1' } })).toEqual({ text: 'v1' });
  expect(contentOf({ ...OBJECT, secretKey: '' }, { data: { key: 'v1' } })).toEqual({ text: '{"data":{"key":"v1"}}' });
});

test('encodings are undone, or named wrong in the words of Go', () => {
  expect(of('aGk=', 'base64')).toEqual({ text: 'hi' });
  expect(of('6869', 'hex')).toEqual({ text: 'hi' });
  expect(of('%%%', 'base64')).toEqual({ error: '{kv/data/app}: {illegal base64 data at input byte 0}' });
  expect(of('686', 'hex')).toEqual({ error: '{kv/data/app}: {encoding/hex: odd length hex string}' });
  expect(of('zz', 'hex')).toEqual({ error: "{kv/data/app}: {encoding/hex: invalid byte: U+007A 'z'}" });
  expect(of('x', 'rot13')).toEqual({
    error: '{kv/data/app}: {invalid encoding type. Should be utf-8, base64, or hex}',
  });
});

test('equal contents of two objects have different versions', () => {
  expect(versionOf(OBJECT, 'k', 'x')).not.toBe(versionOf({ ...OBJECT, objectName: 'b' }, 'k', 'x'));
  expect(versionOf(OBJECT, 'k', 'x')).toBe(versionOf({ ...OBJECT }, 'k', 'x'));
});

test('parameters are read as the provider reads them', () => {
  const given = { roleName: 'r', objects: '- objectName: a\n  secretPath: kv/a\n  filePermission: 0600\n' };
  const read = readParameters(JSON.stringify(given));
  if ('error' in read) throw new Error(read.error);
  expect(modeOf(read.secrets[0] ?? OBJECT, '420')).toBe('0600');
  expect(modeOf(OBJECT, '420')).toBe('0644');
  const other = readParameters(JSON.stringify({ ...given, objects: '- objectName: b\n' }));
  // Tokens are kept for a Pod and its class, whatever objects it asks for.
  expect('error' in other ? '' : cacheKey(other)).toBe(cacheKey(read));
});

test('what is wrong with parameters is said in the provider’s words', () => {
  const error = (given: object): string => {
    const read = readParameters(JSON.stringify(given));
    return 'error' in read ? read.error : '';
  };
  expect(error({ objects: '[]' })).toBe("missing 'roleName' in SecretProviderClass definition");
  expect(error({ roleName: 'r' })).toBe('no secrets configured - the provider will not read any secret material');
  expect(error({ roleName: 'r', vaultSkipTLSVerify: 'yes' })).toBe('strconv.ParseBool: parsing "yes": invalid syntax');
  expect(error({ roleName: 'r', vaultKubernetesMountPath: 'a', vaultAuthMountPath: 'b' })).toBe(
    'cannot set both vaultKubernetesMountPath and vaultAuthMountPath',
  );
  expect(error({ roleName: 'r', objects: '- a: [' })).toMatch(/^yaml: line \d+: /);
});

test('a path may begin with /v1/ or not', () => {
  for (const path of ['kv/data/a', '/kv/data/a', 'v1/kv/data/a', '/v1/kv/data/a'])
    expect(belowV1(path)).toBe('kv/data/a');
});
