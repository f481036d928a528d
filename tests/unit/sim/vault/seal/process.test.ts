import { expect, it } from 'vitest';
import { backends } from '../../../../../src/sim/vault/backends.ts';
import { undergo } from '../../../../../src/sim/vault/core/handle.ts';
import { LoneVault } from '../server.ts';

type What = Parameters<typeof undergo>[3];

const happens = (vault: LoneVault, what: What): string[] => {
  const { state, log } = undergo(vault.state, vault.moment(), backends, what);
  vault.state = state;
  return log.map(({ text }) => text);
};

it('a standby that knows no active node serves nothing but its own state', () => {
  const vault = new LoneVault();
  const health = (query = '') => vault.ask('GET', `sys/health${query}`).status;
  vault.ask('POST', 'auth/token/create', { body: { ttl: '10s' } });
  expect(happens(vault, 'leadership lost')).toEqual(['leadership lost, stopping active operation']);
  expect(vault.ask('GET', 'secret/data/app')).toMatchObject({
    status: 500,
    body: { errors: ['local node not active but active cluster node not found'] },
  });
  expect([health(), health('?standbyok=true'), health('?standbycode=299')]).toEqual([429, 200, 299]);
  expect(vault.ask('GET', 'sys/leader').body).toMatchObject({ ha_enabled: true, is_self: false });
  expect(vault.ask('GET', 'sys/seal-status').body).toMatchObject({ sealed: false });
  happens(vault, 'leadership acquired');
  expect(vault.ask('GET', 'secret/data/app').status).toBe(404);
  expect([health(), vault.ask('GET', 'sys/leader').body.is_self]).toEqual([200, true]);
});

it('a restart seals, and keeps what is stored', () => {
  const vault = new LoneVault();
  vault.ask('POST', 'secret/data/app', { body: { data: { a: 1 } } });
  const key = vault.state.seal.devKey;
  happens(vault, 'restart');
  expect(vault.ask('GET', 'secret/data/app').status).toBe(503);
  expect(vault.ask('PUT', 'sys/unseal', { body: { key } }).body).toMatchObject({ sealed: false });
  expect(vault.ask('GET', 'secret/data/app').body.data).toMatchObject({ data: { a: 1 } });
});

it('a full disk under its only audit file refuses every request before it is done', () => {
  const vault = new LoneVault();
  happens(vault, 'disk full');
  expect(vault.ask('GET', 'sys/mounts').status).toBe(200);
  vault.ask('PUT', 'sys/audit/file', { body: { type: 'file', options: { file_path: '/audit.log' } } });
  const written = vault.lines.length;
  const put = vault.ask('POST', 'secret/data/app', { body: { data: { a: 1 } } });
  expect(put).toMatchObject({ status: 500, body: { errors: ['1 error occurred:\n\t* internal error\n\n'] } });
  expect(vault.notes.at(-1)).toContain('write /audit.log: no space left on device');
  expect(vault.lines.length).toBe(written);
  expect(vault.ask('GET', 'sys/health').status).toBe(200);
  happens(vault, 'disk freed');
  expect(vault.ask('GET', 'secret/data/app').status).toBe(404);
});
