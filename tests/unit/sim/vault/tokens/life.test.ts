import { describe, expect, it } from 'vitest';
import { nextDue } from '../../../../../src/sim/vault/index.ts';
import { sizeOf } from '../../../../../src/sim/vault/state/table.ts';
import { DENIED, INVALID_TOKEN, LoneVault } from '../server.ts';

describe('a family of tokens', () => {
  it('ends with its head, batch tokens too, and orphans live on', () => {
    const vault = new LoneVault();
    const parent = vault.token();
    const child = vault.token({}, parent);
    const grandchild = vault.token({}, child);
    const batch = vault.token({ type: 'batch', policies: ['default'] }, child);
    const orphan = vault.token({}, child, 'auth/token/create-orphan');
    vault.ask('POST', 'auth/token/revoke', { body: { token: parent } });
    expect([parent, child, grandchild, batch].map((token) => vault.lives(token))).toEqual([false, false, false, false]);
    expect(vault.lives(orphan)).toBe(true);
  });

  it('becomes orphans when only its head is revoked', () => {
    const vault = new LoneVault();
    const parent = vault.token();
    const child = vault.token({}, parent);
    vault.ask('POST', 'auth/token/revoke-orphan', { body: { token: parent } });
    expect(vault.ask('GET', 'auth/token/lookup-self', { token: child }).body.data).toMatchObject({ orphan: true });
  });

  it('leaves nothing behind when time ends it, however long the chain', () => {
    const vault = new LoneVault();
    const before = sizeOf(vault.state.tokens);
    let last = vault.token({ ttl: '1h' });
    for (let i = 0; i < 200; i++) last = vault.token({ ttl: '700h' }, last);
    vault.wait(3599);
    expect(vault.lives(last)).toBe(true);
    vault.wait(1);
    expect(sizeOf(vault.state.tokens)).toBe(before);
    expect(sizeOf(vault.state.accessors)).toBe(before);
    expect(vault.state.dependents).toBeNull();
    expect(nextDue(vault.state)).toBeUndefined();
  });
});

describe('a token with few uses', () => {
  it('is spent by refused requests as well', () => {
    const vault = new LoneVault();
    const token = vault.token({ num_uses: 2, policies: ['default'] });
    expect(vault.ask('GET', 'sys/mounts', { token }).body.errors).toEqual([DENIED]);
    expect(vault.ask('GET', 'auth/token/lookup-self', { token }).body.data).toMatchObject({ num_uses: -1 });
    expect(vault.ask('GET', 'auth/token/lookup-self', { token }).body.errors).toEqual([INVALID_TOKEN]);
  });

  it('has no children while uses are left', () => {
    const vault = new LoneVault();
    const token = vault.token({ num_uses: 3 });
    const { status, body } = vault.ask('POST', 'auth/token/create', { token, body: {} });
    expect([status, body.errors]).toEqual([400, ['restricted use token cannot generate child tokens']]);
  });
});

describe('renewal', () => {
  it('never goes past the explicit maximum, and says what is left', () => {
    const vault = new LoneVault();
    const token = vault.token({ ttl: '1h', explicit_max_ttl: '90m' });
    vault.wait(3000);
    const { body } = vault.ask('POST', 'auth/token/renew-self', { token, body: { increment: '2h' } });
    expect(body.auth?.lease_duration).toBe(2400);
    expect(body.warnings).toEqual([
      'TTL of "2h" exceeded the effective max_ttl of "40m"; TTL value is capped accordingly',
    ]);
    vault.wait(2400);
    expect(vault.lives(token)).toBe(false);
  });

  it('of a periodic token ignores the increment', () => {
    const vault = new LoneVault();
    const token = vault.token({ period: '1h' });
    for (let day = 0; day < 50; day++) {
      vault.wait(3000);
      const { body } = vault.ask('POST', 'auth/token/renew-self', { token, body: { increment: '100h' } });
      expect(body.auth?.lease_duration).toBe(3600);
    }
  });
});

describe('a batch token', () => {
  it('is worthless once a character of it is changed', () => {
    const vault = new LoneVault();
    const token = vault.token({ type: 'batch', policies: ['default'] });
    const changed = token.slice(0, -5) + (token.at(-5) === 'A' ? 'B' : 'A') + token.slice(-4);
    expect(vault.lives(token)).toBe(true);
    expect(vault.lives(changed)).toBe(false);
  });

  it('is stored nowhere', () => {
    const vault = new LoneVault();
    const before = JSON.stringify(vault.state);
    vault.token({ type: 'batch', policies: ['default'] });
    expect(JSON.stringify(vault.state)).toBe(before);
  });
});

describe('a token bound to addresses', () => {
  it('is refused elsewhere, without a reason', () => {
    const vault = new LoneVault();
    vault.ask('POST', 'auth/token/roles/near', { body: { token_bound_cidrs: '10.1.0.0/16' } });
    const token = vault.token({ policies: ['default'] }, 'root', 'auth/token/create/near');
    expect(vault.ask('GET', 'auth/token/lookup-self', { token, remote: '10.1.2.3' }).status).toBe(200);
    expect(vault.ask('GET', 'auth/token/lookup-self', { token, remote: '10.2.2.3' }).body.errors).toEqual([
      'permission denied',
    ]);
  });
});
