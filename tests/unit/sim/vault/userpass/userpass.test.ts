import { expect, it } from 'vitest';
import { userpass } from '../../../../../src/sim/vault/userpass/index.ts';
import { LoneMount } from '../backend.ts';

it('knows a person by any letter case, and by the newest password only', () => {
  const mount = new LoneMount(userpass);
  mount.write('users/Ann', { password: 'old', policies: 'b,a' });
  mount.write('users/ann/password', { password: 'new' });
  expect(mount.write('login/ANN', { password: 'old' })).toEqual([400, 'invalid username or password']);
  expect(mount.write('login/ANN', { password: 'new' })).toMatchObject({
    auth: { alias: { name: 'ann' }, metadata: { username: 'ann' } },
  });
});

it('keeps no password in the world', () => {
  const mount = new LoneMount(userpass);
  mount.write('users/ann', { password: 'hunter2' });
  expect(JSON.stringify(mount.storage)).not.toContain('hunter2');
});

it('lets nobody in from an address outside the bound ones', () => {
  const mount = new LoneMount(userpass);
  mount.write('users/ann', { password: 'p', token_bound_cidrs: '10.0.0.0/8' });
  expect(mount.write('login/ann', { password: 'p' })).toEqual([403, 'permission denied']);
});

it('keeps the password where a later write gives none, and takes one kind of secret at a time', () => {
  const mount = new LoneMount(userpass);
  const both = { password: 'a', password_hash: '$2a$' };
  expect(mount.write('users/ann', {})).toEqual([400, '"password" or "password_hash" must be supplied']);
  expect(mount.write('users/ann', both)).toEqual([400, '"password" and "password_hash" cannot be supplied together']);
  mount.write('users/ann', { password: 'p' });
  mount.write('users/ann', { password: '', token_ttl: '1h' });
  expect(mount.write('login/ann', { password: 'p' })).toMatchObject({ auth: { ttl: 3600 } });
});
