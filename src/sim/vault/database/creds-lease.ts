/** What happens to a leased user. Source: vault: builtin/logical/database/secret_creds.go. */
import {
  type Core,
  goError,
  type Outcome,
  type Request,
  type Secret,
  type SecretHandlers,
} from '../framework/index.ts';
import type { ConnectionOutput } from './connection-machine.ts';
import { connectionOf } from './connections.ts';
import { validUntil } from './creds-path.ts';
import { DEFAULTS, failureOf, filled, transaction } from './plugin.ts';
import { find, type Role, type Storage } from './storage.ts';

interface Internal {
  readonly username: string;
  readonly role: string;
  readonly db_name: string;
  readonly revocation_statements: readonly string[];
  /** Unix milliseconds. */
  readonly issued: number;
}

const internalOf = (secret: Secret): Internal => secret.internal as unknown as Internal;

const roleOf = (storage: Storage, name: string): Role => {
  const role = find(storage.roles, name);
  if (!role) throw goError(`error during renew: could not find role with name ${JSON.stringify(name)}`);
  return role;
};

const renew = (core: Core, { storage }: Request<Storage>, secret: Secret, increment: number): Outcome => {
  const { username, role: name, issued } = internalOf(secret);
  const role = roleOf(storage, name);
  const { details } = connectionOf(storage, role.database);
  const expiration = validUntil(core, role, issued, increment);
  const { renew: own } = role.statements;
  const statements = filled(own.length > 0 ? own : DEFAULTS.renew, { name: username, username, expiration });
  return transaction(details, statements, {});
};

/** The role may be gone: then its lease knows how it was to be revoked. */
const revoke = (_core: Core, { storage }: Request<Storage>, secret: Secret): Outcome => {
  const { username, role: name, db_name, revocation_statements } = internalOf(secret);
  const role = find(storage.roles, name);
  const { details } = connectionOf(storage, role?.database ?? db_name);
  const own = role?.statements.revocation ?? revocation_statements;
  const values = { name: username, username };
  return own.length > 0
    ? transaction(details, filled(own, values), {})
    : transaction(details, filled(DEFAULTS.revocation, values), {}, username);
};

const resume = (_core: Core, request: Request<Storage>, secret: Secret, output: unknown): Outcome => {
  const { role: name, db_name } = internalOf(secret);
  const { storage } = request;
  const role = find(storage.roles, name);
  const connection = find(storage.connections, role?.database ?? db_name);
  const reason = failureOf(connection, output as ConnectionOutput, '');
  if (reason !== undefined) throw goError(reason);
  if (request.operation === 'delete') return undefined;
  const { defaultTtl, maxTtl } = roleOf(storage, name);
  return { secret: { ...secret, ttl: defaultTtl, maxTtl } };
};

export const credsLease: SecretHandlers<Storage> = { renew, revoke, resume };
