/** The PostgreSQL plugin's side: what it sends for each duty, and its errors with the password hidden. */
import { type Deferred, deferred, goError, type VaultError } from '../framework/index.ts';
import type { ConnectionInput, ConnectionOutput } from './connection-machine.ts';
import { type Dsn, fillIn, parseDsn } from './dsn.ts';
import type { Connection } from './storage.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The password, wherever it occurs in a text, even inside words. (vault: sdk/database/dbplugin/v5/middleware.go) */
export const masked = (details: Readonly<Record<string, unknown>>, error: string): string => {
  const password = text(details.password);
  return password === '' ? error : error.replaceAll(password, '[password]');
};

/** Where the connection leads, or pgx's error. */
export const dsnOf = (details: Readonly<Record<string, unknown>>): Dsn | { readonly error: string } =>
  parseDsn(text(details.connection_url), text(details.username), text(details.password));

/** Statements with their placeholders filled, one by one: split at semicolons unless they hold a `$$` body. */
export const filled = (statements: readonly string[], values: Readonly<Record<string, string>>): readonly string[] =>
  statements
    .flatMap((statement) => (statement.includes('$$') ? [statement] : statement.split(';')))
    .map((statement) => fillIn(statement.trim(), values))
    .filter((statement) => statement !== '');

/** `2026-01-05 09:00:00+0000`. @param wall Unix milliseconds */
export const expirationText = (wall: number): string => {
  const iso = new Date(Math.floor(wall)).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}+0000`;
};

/** (vault: plugins/database/postgresql/postgresql.go) */
export const DEFAULTS = {
  renew: [`ALTER ROLE "{{username}}" VALID UNTIL '{{expiration}}';`],
  password: [`ALTER ROLE "{{username}}" WITH PASSWORD '{{password}}';`],
  // The real one looks up each privilege and revokes it before it drops the role.
  revocation: ['DROP OWNED BY "{{username}}";', 'DROP ROLE IF EXISTS "{{username}}";'],
};

/** Runs statements in one transaction over the network. @throws VaultError when the URL leads nowhere */
export const transaction = (
  details: Readonly<Record<string, unknown>>,
  statements: readonly string[],
  carry: Readonly<Record<string, unknown>>,
  onlyIfRole?: string,
): Deferred => {
  const dsn = dsnOf(details);
  if ('error' in dsn) throw goError(masked(details, dsn.error));
  const input: ConnectionInput = { dsn, statements, carry, ...(onlyIfRole !== undefined && { onlyIfRole }) };
  return deferred('vault/database-connection', input);
};

/**
 * The error of a transaction in the plugin's words; `undefined`: it was committed.
 * @param unconnected what the plugin puts before an error of the connection
 */
export const failureOf = (
  connection: Pick<Connection, 'details'> | undefined,
  output: ConnectionOutput,
  unconnected: string,
): string | undefined => {
  if (!output.error) return undefined;
  const { text: reason, connected } = output.error;
  return masked(connection?.details ?? {}, `${connected ? 'failed to execute query: ' : unconnected}${reason}`);
};

/** The same as a Go error to throw. */
export const failed = (reason: string): VaultError => goError(reason);
