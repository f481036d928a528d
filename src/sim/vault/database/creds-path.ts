/** `creds/<name>`: a new user of the database, leased. Source: vault: builtin/logical/database/path_creds_create.go. */
import { type Core, calculateTtl, errorResponse, goError, nameRegex, path } from '../framework/index.ts';
import type { ConnectionOutput } from './connection-machine.ts';
import { checkAllowed, connectionOf } from './connections.ts';
import { newPassword, newUsername } from './names.ts';
import { expirationText, failureOf, filled, transaction } from './plugin.ts';
import { find, type Role, type Storage } from './storage.ts';

/** Milliseconds that a user outlives its lease at least: the lease is reckoned a moment later. */
const BUFFER = 5_000;

/**
 * When the database itself would let the user in no more, as text for `VALID UNTIL`.
 * @param issued Unix milliseconds; now at the start
 * @param increment seconds asked for
 */
export const validUntil = (core: Core, role: Role, issued: number, increment: number): string => {
  const { wall, defaultLease, maxLease } = core;
  const { ttl } = calculateTtl({
    now: wall / 1000,
    issued: issued / 1000,
    defaultLease,
    maxLease,
    increment,
    ttl: role.defaultTtl,
    period: 0,
    maxTtl: role.maxTtl,
    explicitMaxTtl: 0,
  });
  return expirationText(wall + ttl * 1000 + BUFFER);
};

/** The role as it is now, @throws VaultError 400 */
const roleOf = (storage: Storage, name: string): Role => {
  const role = find(storage.roles, name);
  if (!role) throw errorResponse(`unknown role: ${name}`);
  return role;
};

export const credsPath = path<Storage>()({
  pattern: `creds/${nameRegex('name')}`,
  fields: { name: { type: 'string' } },
  operations: {
    read: (core, { storage, caller }, given) => {
      const name = given.get('name');
      const role = roleOf(storage, name);
      const connection = connectionOf(storage, role.database);
      checkAllowed(connection, name);
      const username = newUsername(core, caller?.displayName ?? '', name);
      const password = newPassword(core);
      const expiration = validUntil(core, role, core.wall, 0);
      const statements = filled(role.statements.creation, { name: username, username, password, expiration });
      if (statements.length === 0) throw goError('empty creation statements');
      return transaction(connection.details, statements, { username, password });
    },
  },
  resume: (core, { storage }, output, given) => {
    const name = given.get('name');
    const role = roleOf(storage, name);
    const { carry } = output as ConnectionOutput;
    const connection = find(storage.connections, role.database);
    const reason = failureOf(connection, output as ConnectionOutput, 'unable to start transaction: ');
    if (reason !== undefined) throw goError(reason);
    return {
      data: { password: carry.password, username: carry.username },
      secret: {
        type: 'creds',
        internal: {
          username: carry.username,
          role: name,
          db_name: role.database,
          revocation_statements: [...role.statements.revocation],
          issued: core.wall,
        },
        ttl: role.defaultTtl,
        maxTtl: role.maxTtl,
        renewable: true,
      },
    };
  },
});
