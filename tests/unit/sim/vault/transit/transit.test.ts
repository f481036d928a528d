import { beforeEach, describe, expect, test } from 'vitest';
import type { Response } from '../../../../../src/sim/vault/framework/index.ts';
import { transit } from '../../../../../src/sim/vault/transit/index.ts';
import { LoneMount } from '../backend.ts';

let mount: LoneMount;
beforeEach(() => {
  mount = new LoneMount(transit);
  mount.write('keys/k');
});

const b64 = (text: string) => Buffer.from(text).toString('base64');
const data = (answer: unknown) => ((answer as Response).data ?? {}) as Record<string, string>;
const encrypt = (body: object, key = 'k') => data(mount.write(`encrypt/${key}`, { ...body })).ciphertext ?? '';
const decrypt = (body: object, key = 'k') => mount.write(`decrypt/${key}`, { ...body });
const SECRET = b64('attack at dawn');

describe('encryption', () => {
  test('is undone by decryption, with the version that it was made with', () => {
    const old = encrypt({ plaintext: SECRET });
    mount.write('keys/k/rotate');
    const young = encrypt({ plaintext: SECRET });
    expect(old).toMatch(/^vault:v1:/);
    expect(young).toMatch(/^vault:v2:/);
    expect(data(decrypt({ ciphertext: old })).plaintext).toBe(SECRET);
    expect(data(decrypt({ ciphertext: young })).plaintext).toBe(SECRET);
  });

  test('gives another ciphertext each time, but the same where the key is convergent', () => {
    expect(encrypt({ plaintext: SECRET })).not.toBe(encrypt({ plaintext: SECRET }));
    mount.write('keys/c', { derived: true, convergent_encryption: true });
    const asked = { plaintext: SECRET, context: b64('tenant 1') };
    expect(encrypt(asked, 'c')).toBe(encrypt(asked, 'c'));
    expect(encrypt({ ...asked, context: b64('tenant 2') }, 'c')).not.toBe(encrypt(asked, 'c'));
  });

  test('notices what was changed', () => {
    const ciphertext = encrypt({ plaintext: SECRET });
    const broken = `${ciphertext.slice(0, -6)}${ciphertext.at(-6) === 'A' ? 'B' : 'A'}${ciphertext.slice(-5)}`;
    expect(decrypt({ ciphertext: broken })).toEqual([400, 'cipher: message authentication failed']);
    expect(decrypt({ ciphertext, associated_data: b64('x') })).toEqual([400, 'cipher: message authentication failed']);
    expect(decrypt({ ciphertext: SECRET })).toEqual([400, 'invalid ciphertext: no prefix']);
  });

  test('in batches answers each item by itself', () => {
    const answer = mount.write('encrypt/k', {
      batch_input: [{ plaintext: SECRET, reference: 'a' }, { plaintext: '%' }],
    });
    const { batch_results: results } = data(answer) as unknown as { batch_results: Record<string, string>[] };
    expect(results[0]).toMatchObject({ reference: 'a', key_version: 1 });
    expect(results[1]).toEqual({ error: 'illegal base64 data at input byte 0' });
    expect((answer as Response).status).toBe(400);
  });
});

describe('versions', () => {
  test('below the minimum are not decrypted any more, and rewrapping leads out of that', () => {
    const old = encrypt({ plaintext: SECRET });
    mount.write('keys/k/rotate');
    const young = data(mount.write('rewrap/k', { ciphertext: old })).ciphertext ?? '';
    mount.write('keys/k/config', { min_decryption_version: 2 });
    expect(decrypt({ ciphertext: old })).toEqual([
      400,
      'ciphertext or signature version is disallowed by policy (too old)',
    ]);
    expect(data(decrypt({ ciphertext: young })).plaintext).toBe(SECRET);
    expect(Object.keys(mount.read('keys/k')?.keys as object)).toEqual(['2']);
  });

  test('cannot be asked for before they exist', () => {
    expect(mount.write('keys/k/config', { min_decryption_version: 3 })).toEqual([
      400,
      'cannot set min decryption version of 3, latest key version is 1',
    ]);
  });
});

describe('keys', () => {
  test('are deleted only when they were allowed to be', () => {
    expect(mount.ask('delete', 'keys/k')).toEqual([
      400,
      'error deleting policy k: deletion is not allowed for this key',
    ]);
    mount.write('keys/k/config', { deletion_allowed: true });
    mount.ask('delete', 'keys/k');
    expect(mount.ask('read', 'keys/k')).toBeUndefined();
  });

  test('do not leave unless they are exportable, and then for ever', () => {
    expect(mount.ask('read', 'export/encryption-key/k')).toEqual([400, 'private key material is not exportable']);
    mount.write('keys/k/config', { exportable: true });
    mount.write('keys/k/config', { exportable: false });
    expect(Object.keys(mount.read('export/encryption-key/k')?.keys as object)).toEqual(['1']);
  });

  test('rotate by themselves in their period', () => {
    mount.write('keys/r', { auto_rotate_period: '1h' });
    mount.wall += 3_601_000;
    const wake = transit.backend(mount.mount).wake;
    mount.change((storage) => wake?.run(mount.core, { storage, mount: mount.mount } as never));
    expect(mount.read('keys/r')?.latest_version).toBe(2);
    expect(mount.read('keys/k')?.latest_version).toBe(1);
  });
});

test('a signature fits its input and its key only', () => {
  mount.write('keys/s', { type: 'ed25519' });
  const signature = data(mount.write('sign/s', { input: SECRET })).signature;
  const valid = (body: object) => data(mount.write('verify/s', { ...body })).valid;
  expect(valid({ input: SECRET, signature })).toBe(true);
  expect(valid({ input: b64('other'), signature })).toBe(false);
  expect(mount.write('sign/k', { input: SECRET })).toEqual([400, 'key type aes256-gcm96 does not support signing']);
});

test('a data key opens under the key that wrapped it', () => {
  const { plaintext, ciphertext } = data(mount.write('datakey/plaintext/k'));
  expect(data(decrypt({ ciphertext })).plaintext).toBe(plaintext);
  expect(data(mount.write('datakey/wrapped/k')).plaintext).toBeUndefined();
});
