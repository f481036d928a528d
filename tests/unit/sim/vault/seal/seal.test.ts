import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../../src/sim/kernel/random.ts';
import { combine, split } from '../../../../../src/sim/vault/seal/shamir.ts';
import { LoneVault } from '../server.ts';

const initialized = (shares: number, threshold: number, seed = 1) => {
  const vault = new LoneVault({ mode: 'server' }, seed);
  const { body } = vault.ask('PUT', 'sys/init', { body: { secret_shares: shares, secret_threshold: threshold } });
  return { vault, keys: body.keys as string[], root: body.root_token as string };
};

const unseal = (vault: LoneVault, keys: readonly string[]) =>
  keys.map((key) => vault.ask('PUT', 'sys/unseal', { token: '', body: { key } }));

describe("Shamir's shares", () => {
  it('give the secret back from any that suffice, and nothing like it from fewer', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 5 }), (seed, threshold) => {
        const random = new Random(seed);
        const secret = random.bytes(32);
        const shares = split(random, secret, 6, threshold);
        expect(combine(shares.slice(6 - threshold))).toEqual(secret);
        expect(combine(shares.slice(0, threshold - 1))).not.toEqual(secret);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a new server', () => {
  it('answers 501 until it is initialised and 503 until enough keys came', () => {
    const fresh = new LoneVault({ mode: 'server' });
    expect(fresh.ask('GET', 'sys/health', { token: '' }).status).toBe(501);
    const { vault, keys, root } = initialized(5, 3);
    expect(vault.ask('GET', 'sys/health', { token: '' }).status).toBe(503);
    const answers = unseal(vault, [keys[4], keys[4], keys[1], keys[2]] as string[]);
    expect(answers.map(({ body }) => [body.sealed, body.progress])).toEqual([
      [true, 1],
      [true, 1],
      [true, 2],
      [false, 0],
    ]);
    expect(vault.ask('GET', 'auth/token/lookup-self', { token: root }).body.data).toMatchObject({ policies: ['root'] });
    expect(vault.ask('GET', 'secret/config', { token: root }).status).toBe(404);
  });

  it('stays sealed when the keys are not its own', () => {
    const { vault } = initialized(3, 2);
    const { keys } = initialized(5, 2, 1000);
    expect(unseal(vault, keys.slice(2, 4)).map(({ status }) => status)).toEqual([200, 400]);
    expect(vault.ask('GET', 'sys/seal-status', { token: '' }).body).toMatchObject({ sealed: true, progress: 0 });
  });

  it('ends nothing while it is sealed, and everything that is due when it is open again', () => {
    const { vault, keys, root } = initialized(1, 1);
    unseal(vault, keys);
    const token = vault.token({ ttl: '1h' }, root);
    vault.ask('PUT', 'sys/seal', { token: root });
    vault.wait(7200);
    unseal(vault, keys);
    vault.wait(0);
    expect(vault.ask('GET', 'auth/token/lookup-self', { token }).status).toBe(403);
  });

  it('takes new keys for old ones', () => {
    const { vault, keys, root } = initialized(1, 1);
    unseal(vault, keys);
    const { body } = vault.ask('PUT', 'sys/rekey/init', { body: { secret_shares: 3, secret_threshold: 2 } });
    const done = vault.ask('PUT', 'sys/rekey/update', { body: { key: keys[0], nonce: body.nonce } });
    vault.ask('PUT', 'sys/seal', { token: root });
    expect(unseal(vault, keys).map(({ body }) => body.sealed)).toEqual([true]);
    vault.ask('PUT', 'sys/unseal', { body: { reset: true } });
    expect(unseal(vault, (done.body.keys as string[]).slice(1)).map(({ body }) => body.sealed)).toEqual([true, false]);
  });
});

describe('root generation', () => {
  it('gives a root token that only the one-time password can read', () => {
    const { vault, keys } = initialized(1, 1);
    unseal(vault, keys);
    const { otp, nonce } = vault.ask('PUT', 'sys/generate-root/attempt', { token: '', body: {} }).body;
    const { body } = vault.ask('PUT', 'sys/generate-root/update', { token: '', body: { key: keys[0], nonce } });
    const bytes = Buffer.from(String(body.encoded_token), 'base64');
    const token = String.fromCharCode(...bytes.map((byte, i) => byte ^ String(otp).charCodeAt(i)));
    expect(vault.ask('GET', 'auth/token/lookup-self', { token }).body.data).toMatchObject({ policies: ['root'] });
  });
});
