import { expect, test } from 'vitest';
import { newRole, type Roles } from '../../../../src/sim/postgresql/role.ts';
import { runSession } from '../../../../src/sim/postgresql/session.ts';

const admin: Roles = { vault: { ...newRole('vault'), login: true, superuser: true, password: 'p' } };
const run = (roles: Roles, statements: readonly string[], user = 'vault', password = 'p', wall = 0) =>
  runSession(roles, ['postgres'], { database: 'postgres', user, password, statements }, wall);

test('a role logs in until its time, and not without LOGIN', () => {
  const { roles } = run(admin, [`CREATE ROLE "a" WITH LOGIN PASSWORD 'x' VALID UNTIL '1970-01-01 00:00:10+0000'`]);
  expect(run(roles, [], 'a', 'x', 9_000).error).toBeUndefined();
  expect(run(roles, [], 'a', 'x', 10_000).error?.code).toBe('28P01');
  expect(run(run(roles, ['ALTER ROLE a NOLOGIN']).roles, [], 'a', 'x', 0).error?.code).toBe('28000');
});

test('a failing statement undoes the whole transaction', () => {
  const done = run(admin, ['CREATE ROLE a', 'DROP ROLE b']);
  expect(done.error?.message).toBe('role "b" does not exist');
  expect(done.roles).toBe(admin);
});

test('a role that holds privileges is not dropped before they are revoked', () => {
  const { roles } = run(admin, ['CREATE ROLE a', 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO a']);
  expect(run(roles, ['DROP ROLE a']).error?.code).toBe('2BP01');
  const { roles: left } = run(roles, ['REVOKE ALL ON ALL TABLES IN SCHEMA public FROM a', 'DROP ROLE a']);
  expect(Object.keys(left)).toEqual(['vault']);
});

test('nonsense is a syntax error; a known command that is not modelled says so', () => {
  expect(run(admin, ['x']).error?.message).toBe('syntax error at or near "x"');
  expect(run(admin, ['CREATE TABLE t (i int)']).notModelled).toEqual(['CREATE TABLE t (i int)']);
});
