import { beforeEach, describe, expect, test } from 'vitest';
import { DatabaseLab } from './lab.ts';

let lab: DatabaseLab;
beforeEach(() => {
  lab = new DatabaseLab().ready();
});

const creds = (token = 'root') => {
  const { body } = lab.ask('GET', 'database/creds/app', undefined, token);
  return { ...(body.data as { username: string; password: string }), lease: body.lease_id ?? '' };
};
const names = () => lab.roles.map(({ name }) => name);

describe('leased credentials', () => {
  test('are a role of the database for as long as the lease', () => {
    const { username, password } = creds();
    expect(lab.roles).toMatchObject([{ name: username, password, login: true }]);
    lab.wait(3599);
    expect(names()).toEqual([username]);
    lab.wait(3);
    expect(names()).toEqual([]);
  });

  test('live on with a renewed lease, but not beyond the maximum', () => {
    const { lease, username } = creds();
    lab.wait(3000);
    expect(lab.ask('PUT', 'sys/leases/renew', { lease_id: lease }).body.lease_duration).toBe(3600);
    lab.wait(3000);
    expect(names()).toEqual([username]);
    expect(lab.ask('PUT', 'sys/leases/renew', { lease_id: lease, increment: 3600 }).body.lease_duration).toBeLessThan(
      1201,
    );
    lab.wait(1210);
    expect(names()).toEqual([]);
  });

  test('end with the token that asked for them', () => {
    const { body } = lab.ask('POST', 'auth/token/create', { policies: ['root'] });
    const token = body.auth?.client_token ?? '';
    creds(token);
    lab.ask('POST', 'auth/token/revoke', { token });
    lab.wait(1);
    expect(names()).toEqual([]);
  });

  test('are not given when the way to the database is cut: the request waits, then fails', () => {
    lab.run.apply({ type: 'fault', fault: { id: 'cut', from: 'vault', to: 'postgresql', effect: 'cut' } });
    const { status, body } = lab.ask('GET', 'database/creds/app');
    expect(status).toBe(500);
    expect(body.errors?.[0]).toContain('context deadline exceeded');
    lab.run.apply({ type: 'heal', id: 'cut' });
    expect(lab.ask('GET', 'database/creds/app').status).toBe(200);
  });

  test('outlive their lease while the database cannot be reached, and go once it can', () => {
    creds();
    lab.run.apply({ type: 'fault', fault: { id: 'cut', from: 'vault', to: 'postgresql', effect: 'refuse' } });
    lab.wait(3605);
    expect(names()).toHaveLength(1);
    lab.run.apply({ type: 'heal', id: 'cut' });
    lab.wait(60);
    expect(names()).toEqual([]);
  });

  test('are refused at once by a database that is down', () => {
    lab.run.apply({ type: 'stop', id: 'postgresql' });
    const { status, body } = lab.ask('GET', 'database/creds/app');
    expect(status).toBe(500);
    expect(body.errors?.[0]).toContain('connect: connection refused');
  });
});

describe('static credentials', () => {
  const owner = () =>
    lab.ask('POST', 'database/static-roles/owner', { db_name: 'db', username: 'owner', rotation_period: '1h' });
  const password = () => String(lab.ask('GET', 'database/static-creds/owner').body.data?.password);
  const inDatabase = () => lab.roles.find(({ name }) => name === 'owner')?.password;

  beforeEach(() => {
    lab.ask('POST', 'database/roles/maker', {
      db_name: 'db',
      creation_statements: [`CREATE ROLE owner LOGIN PASSWORD 'first'`],
    });
    lab.ask('GET', 'database/creds/maker');
  });

  test('get a new password when the role is made, in its period, and by hand', () => {
    owner();
    const first = password();
    expect(first).not.toBe('first');
    expect(inDatabase()).toBe(first);
    lab.wait(3601);
    const second = password();
    expect(second).not.toBe(first);
    expect(inDatabase()).toBe(second);
    lab.ask('POST', 'database/rotate-role/owner');
    expect(password()).not.toBe(second);
    expect(inDatabase()).toBe(password());
  });

  test('keep the old password when the database cannot be reached, and try again', () => {
    owner();
    const first = password();
    lab.run.apply({ type: 'fault', fault: { id: 'cut', from: 'vault', to: 'postgresql', effect: 'refuse' } });
    lab.wait(3700);
    expect(password()).toBe(first);
    lab.run.apply({ type: 'heal', id: 'cut' });
    lab.wait(20);
    expect(password()).not.toBe(first);
    expect(inDatabase()).toBe(password());
  });
});

test('after the root is rotated only Vault knows its password, and all goes on', () => {
  expect(lab.ask('POST', 'database/rotate-root/db').status).toBe(204);
  expect(lab.ask('GET', 'database/creds/app').status).toBe(200);
  const again = lab.ask('POST', 'database/config/other', {
    plugin_name: 'postgresql-database-plugin',
    connection_url: 'postgresql://{{username}}:{{password}}@postgresql:5432/postgres',
    username: 'vault',
    password: 'vault',
  });
  expect(again.status).toBe(400);
  expect(again.body.errors?.[0]).toContain('password authentication failed for user');
});
