import { expect, test } from 'vitest';
import { LoneVault } from '../server.ts';

const move = (vault: LoneVault) =>
  String(vault.ask('POST', 'sys/remount', { body: { from: 'secret', to: 'kept' } }).body.data?.migration_id);
const status = (vault: LoneVault, id: string) => vault.ask('GET', `sys/remount/status/${id}`);

test('a move of 1.19 is over at once, one of 1.21 a moment later; both say so', () => {
  const old = new LoneVault();
  expect(status(old, move(old)).body.data?.migration_info).toEqual({
    source_mount: 'secret/',
    target_mount: 'kept/',
    status: 'success',
  });
  const young = new LoneVault({ version: '1.21' });
  const id = move(young);
  expect(status(young, id).body.data?.migration_info).toMatchObject({ status: 'in-progress' });
  young.wait(1);
  expect(status(young, id).body.data?.migration_info).toMatchObject({ status: 'success' });
});

test('a move that nobody started has no status', () => {
  expect(status(new LoneVault(), 'nope').status).toBe(404);
});

test('help names the paths of a mount to whoever has a token, whatever its policies', () => {
  const vault = new LoneVault();
  const token = vault.token({ policies: ['none'], no_default_policy: true });
  const { status: code, body } = vault.ask('GET', 'secret?help=1', { token });
  expect(code).toBe(200);
  expect(body.help).toContain('## PATHS');
  expect(body.help).toContain('^metadata/');
  expect(vault.ask('GET', 'secret?help=1', { token: 'nobody' }).status).toBe(403);
  expect(vault.ask('GET', 'nowhere?help=1').status).toBe(404);
});
