import { goError } from '../framework/index.ts';
import { globMatches } from '../tokens/policies.ts';
import { type Connection, find, type Storage } from './storage.ts';

/** @throws VaultError 500 */
export const connectionOf = (storage: Storage, name: string): Connection => {
  const connection = find(storage.connections, name);
  if (!connection) throw goError(`failed to find entry for connection with name: ${JSON.stringify(name)}`);
  return connection;
};

/** @throws VaultError 500 */
export const checkAllowed = (connection: Connection, role: string): void => {
  if (!connection.allowedRoles.some((pattern) => pattern === '*' || globMatches(pattern, role)))
    throw goError(`${JSON.stringify(role)} is not an allowed role`);
};
